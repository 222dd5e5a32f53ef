import WebSocket from 'ws';

/** A WebSocket of the protocol, by hand: what a well-behaved client never sends can be sent. */
export class RawSocket {
  readonly messages: { type: string; id?: string; payload?: unknown }[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;
  private readonly waiting = new Set<() => void>();

  private constructor(readonly socket: WebSocket) {
    socket.on('error', () => {});
    socket.on('message', (data) => {
      this.messages.push(JSON.parse(String(data)) as { type: string });
      for (const wake of this.waiting) wake();
    });
    this.closed = new Promise((resolve) => socket.on('close', (code, reason) => resolve({ code, reason: String(reason) })));
  }

  /** @throws Error like "Unexpected server response: 403" */
  static async open(url: string, headers: Record<string, string> = {}): Promise<RawSocket> {
    const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', { headers });
    const opened = new RawSocket(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', () => resolve());
      socket.once('error', reject);
    });
    return opened;
  }

  /** @throws Error with the close code when it is turned away */
  static async known(url: string, secret: string | null): Promise<RawSocket> {
    const opened = await RawSocket.open(url);
    opened.send({ type: 'connection_init', payload: { authorization: `Bearer ${secret}` } });
    const acknowledged = opened.until((messages) => messages.some(({ type }) => type === 'connection_ack'));
    const refused = opened.closed.then(({ code, reason }) => Promise.reject(new Error(`${code} ${reason}`)));
    await Promise.race([acknowledged, refused]);
    refused.catch(() => {});
    return opened;
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** The first message about a subscription that is begun here. */
  async subscribe(id: string, payload: object): Promise<{ type: string; payload: unknown }> {
    this.send({ id, type: 'subscribe', payload });
    await this.until((messages) => messages.some((message) => message.id === id));
    const { type, payload: answer } = this.messages.find((message) => message.id === id) as { type: string; payload?: unknown };
    return { type, payload: answer };
  }

  async until(isDone: (messages: readonly { type: string; id?: string }[]) => boolean): Promise<void> {
    while (!isDone(this.messages)) {
      await new Promise<void>((resolve) => {
        this.waiting.add(resolve);
      });
    }
  }
}
