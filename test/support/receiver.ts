import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly id: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: {
    type: string;
    timestamp: string;
    data: Record<string, unknown> & { id: string; number: number; streamId: string; cursor: string };
  };
}

export type Answer = (response: ServerResponse, received: Received) => void;

/** A partner's server on loopback, that answers as it is told and remembers everything. */
export class Receiver {
  readonly received: Received[] = [];
  /** Most requests at the same time: of all, and with the same webhook-id. */
  inFlightMax = 0;
  sameInFlightMax = 0;
  answer: Answer = (response) => void response.writeHead(204).end();
  private readonly inFlight: string[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      const id = String(request.headers['webhook-id']);
      receiver.inFlight.push(id);
      receiver.inFlightMax = Math.max(receiver.inFlightMax, receiver.inFlight.length);
      receiver.sameInFlightMax = Math.max(receiver.sameInFlightMax, receiver.inFlight.filter((each) => each === id).length);
      response.on('close', () => receiver.inFlight.splice(receiver.inFlight.indexOf(id), 1));
      let text = '';
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => {
        text += chunk;
      });
      request.on('end', () => {
        const received = { id, path: request.url ?? '', headers: request.headers, text, body: JSON.parse(text) };
        receiver.received.push(received);
        receiver.answer(response, received);
      });
      request.on('error', () => {});
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  get entryIds(): string[] {
    return this.received.map(({ body }) => body.data.id);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Waits until something holds. */
export async function eventually(holds: () => boolean | Promise<boolean>, what: string, withinMs = 10_000): Promise<void> {
  const endsAt = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > endsAt) throw new Error(`not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
