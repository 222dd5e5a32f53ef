import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import type { CrowdAsk, CrowdCount } from './crowd-protocol.js';
import type { Followed, Item } from './evidence.js';
import { evidenceOf, type Subject, subscriptionOf } from './subject.js';

/** Many small clients in one process: each has one socket and one subscription, and comes back behind its last cursor at once. */
const CONNECTED_TOGETHER = 200;
const JITTER_MS_MAX = 250;
const RETRY_MS_MAX = 1_500;

let connections = 0;
let isOver = false;
const failures: Record<string, number> = {};
const clients: CrowdClient[] = [];

const failed = (what: string) => {
  failures[what] = (failures[what] ?? 0) + 1;
};

class CrowdClient {
  readonly evidence: Followed;
  isTold = false;
  private socket: WebSocket | null = null;
  private cursor: string | null = null;
  private first = Promise.withResolvers<void>();

  constructor(
    private readonly url: string,
    private readonly secret: string,
    programId: string,
    private readonly subject: Subject,
    index: number,
  ) {
    this.evidence = evidenceOf(`one of the crowd ${index}`, programId, subject);
  }

  /** Resolves when it was told the first item. */
  connect(): Promise<void> {
    const socket = new WebSocket(this.url, 'graphql-transport-ws', { perMessageDeflate: false });
    this.socket = socket;
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${this.secret}` } })));
    socket.on('message', (data) => this.message(socket, String(data)));
    socket.on('error', (error: NodeJS.ErrnoException) => failed(error.code ?? error.message));
    socket.on('close', (code) => void this.closed(code));
    return this.first.promise;
  }

  leave(): void {
    this.socket?.terminate();
  }

  private message(socket: WebSocket, text: string): void {
    const { type, payload } = JSON.parse(text) as { type: string; payload?: { data?: Record<string, Item | null> } };
    if (type === 'connection_ack') {
      connections += 1;
      this.evidence.log.push({ at: Date.now(), asked: this.cursor });
      const { query, variables } = subscriptionOf(this.subject);
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables: { ...variables, after: this.cursor } } }));
      return;
    }
    const [item] = Object.values(payload?.data ?? {});
    if (type === 'next' && item) {
      this.evidence.log.push({ at: Date.now(), item });
      this.cursor = item.cursor;
      this.isTold = true;
      this.first.resolve();
    } else if (type === 'next' || type === 'error' || type === 'complete') {
      failed(text.slice(0, 120));
      socket.close();
    }
  }

  private async closed(code: number): Promise<void> {
    if (isOver) return;
    // One that had been told something was cut off; the others did not come through.
    await sleep(Math.random() * (this.isTold ? JITTER_MS_MAX : RETRY_MS_MAX));
    if (!this.isTold) failed(`closed ${code}`);
    this.isTold = false;
    if (!isOver) void this.connect();
  }
}

async function obey(ask: CrowdAsk): Promise<CrowdCount> {
  if (ask.do === 'connect') {
    const { url, secret, programId, count, subjects } = ask;
    for (let i = 0; i < count; i += CONNECTED_TOGETHER) {
      const some = Array.from({ length: Math.min(CONNECTED_TOGETHER, count - i) }, (_, j) => {
        const index = i + j;
        return new CrowdClient(url, secret, programId, subjects[index % subjects.length] as Subject, index);
      });
      clients.push(...some);
      await Promise.all(some.map((client) => client.connect()));
    }
  } else if (ask.do === 'leave') {
    isOver = true;
    for (const client of clients) client.leave();
    const file = createWriteStream(ask.file);
    for (const { evidence } of clients) if (!file.write(`${JSON.stringify(evidence)}\n`)) await once(file, 'drain');
    await new Promise<void>((resolve) => file.end(() => resolve()));
  }
  return { told: clients.filter(({ isTold }) => isTold).length, connections, failures };
}
process.on('message', (ask: CrowdAsk) => {
  obey(ask).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
process.on('disconnect', () => process.exit(1));
process.send?.({ result: null });
