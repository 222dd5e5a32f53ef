import type { ServerResponse } from 'node:http';
import { type EventFlow, writeEvents } from './event-flow.js';
import { BUFFERED_BYTES_MAX, type DirectOutlet, flushLater, taken, WRITE_BYTES_MAX } from './outlet.js';

/** Writes events to a stream past the library, those of one turn of the event loop at once. Before the stream is open it waits. */
export class EventOutlet implements DirectOutlet {
  private pieces: Buffer[] = [];
  private size = 0;
  private response: ServerResponse | null = null;
  private readonly closing: Buffer;
  private readonly begun = Promise.withResolvers<void>();

  /** @param isShared by many subscriptions, so that each event names the one that it is of */
  constructor(
    private readonly flow: EventFlow,
    isShared: boolean,
  ) {
    this.closing = Buffer.from(isShared ? '}\n\n' : '\n\n');
  }

  open(response: ServerResponse): void {
    this.response = response;
    this.begun.resolve();
  }

  close(): void {
    this.begun.resolve();
  }

  /** The reader has not taken what it was sent before. */
  get isFull(): boolean {
    return this.size + (this.response?.writableLength ?? 0) > BUFFERED_BYTES_MAX;
  }

  /** A `next` event. `opening`: its bytes up to the payload. */
  push(opening: Buffer, payload: Buffer): void {
    if (this.size === 0) flushLater(this);
    this.pieces.push(opening, payload, this.closing);
    this.size += opening.length + payload.length + this.closing.length;
    if (this.size > WRITE_BYTES_MAX) this.flush();
  }

  /** Writes what was pushed now. */
  flush(): void {
    const { pieces, size, response } = this;
    if (size === 0) return;
    this.pieces = [];
    this.size = 0;
    if (response) void writeEvents(response, Buffer.concat(pieces, size));
  }

  /** Resolves when what the library was given has gone out, and the reader has taken what was too much, or is gone. */
  async drained(): Promise<void> {
    await this.begun.promise;
    await this.flow.turn();
    this.flow.taken();
    if (this.response) await taken(this.response);
  }
}

/** The first bytes of a subscription's `next` events; `id` null: the stream is not shared. */
export const eventOpening = (id: string | null): Buffer =>
  Buffer.from(id === null ? 'event: next\ndata: ' : `event: next\ndata: {"id":${JSON.stringify(id)},"payload":`);
