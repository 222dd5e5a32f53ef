import WebSocket from 'ws';
import type { Address } from './protocol.js';

export type ClientAsk =
  | { readonly do: 'connect'; readonly address: Address; readonly sockets: number; readonly perTopic: boolean; readonly firsts: number }
  /** Resolves when so many messages came since the last one of these. */
  | { readonly do: 'count'; readonly messages: number }
  | { readonly do: 'last' }
  | { readonly do: 'stop' };

let sockets: WebSocket[] = [];
let received = 0;
let wanted: { count: number; resolve: (at: number) => void } | null = null;
let last = '';

/** They count and do not parse: what a client does with a message is not measured. */
function count(): void {
  received += 1;
  if (wanted && received >= wanted.count) {
    wanted.resolve(performance.timeOrigin + performance.now());
    wanted = null;
  }
}

async function open(address: Address, topic: number | null, firsts: number): Promise<void> {
  const socket = new WebSocket(address.url, 'graphql-transport-ws', { perMessageDeflate: false });
  sockets.push(socket);
  await new Promise<void>((resolve, reject) => {
    let isReady = false;
    let before = firsts;
    socket.on('error', reject);
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: address.init })));
    socket.on('message', (data: Buffer) => {
      if (isReady) {
        if (socket === sockets[0]) last = data.toString();
        count();
        return;
      }
      const text = data.toString();
      if (text.includes('connection_ack')) {
        const payload = JSON.stringify(topic === null ? address.all : address.one).replaceAll('{topic}', String(topic));
        socket.send(`{"id":"1","type":"subscribe","payload":${payload}}`);
        if (before === 0) setTimeout(() => resolve(), 20);
        if (before === 0) isReady = true;
      } else if (before > 0) {
        before -= 1;
        if (!text.includes('"next"')) reject(new Error(text));
        if (before === 0) {
          isReady = true;
          resolve();
        }
      }
    });
  });
}

async function obey(ask: ClientAsk): Promise<unknown> {
  switch (ask.do) {
    case 'connect':
      for (let i = 0; i < ask.sockets; i += 100) {
        const some = Array.from({ length: Math.min(100, ask.sockets - i) }, (_, j) =>
          open(ask.address, ask.perTopic ? i + j : null, ask.firsts),
        );
        await Promise.all(some);
      }
      // Whoever joins a group, or is served for the first time, has done so.
      await new Promise((resolve) => setTimeout(resolve, 500));
      return null;
    case 'count': {
      if (received < ask.messages) {
        const at = await new Promise<number>((resolve) => {
          wanted = { count: ask.messages, resolve };
        });
        received -= ask.messages;
        return at;
      }
      received -= ask.messages;
      return performance.timeOrigin + performance.now();
    }
    case 'last':
      return last;
    case 'stop':
      for (const socket of sockets) socket.terminate();
      sockets = [];
      received = 0;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return null;
  }
}
process.on('message', (ask: ClientAsk) => {
  obey(ask).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
process.send?.({ result: null });
