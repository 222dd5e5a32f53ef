import type { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import type { WebSocket } from 'ws';

/** Beyond this the reader is slow: it is sent nothing more, and nothing is held for it. Less than what sends it away. */
export const BUFFERED_BYTES_MAX = 256 * 1024;

/** More than this is written at once, and not at the end of the turn. */
export const WRITE_BYTES_MAX = 64 * 1024;

const FINAL_TEXT_FRAME = 0x81;
const CLOSING_BRACE = 0x7d;

/** Where messages of a group go, past the library of the protocol. */
export type DirectOutlet = Pick<Outlet, 'isFull' | 'push' | 'flush' | 'drained'>;

let dirty: Pick<Outlet, 'flush'>[] = [];

/** Has an outlet flushed at the end of this turn of the event loop; to be asked once. */
export function flushLater(outlet: Pick<Outlet, 'flush'>): void {
  if (dirty.push(outlet) === 1) setImmediate(flushAll);
}

/** Sends what many sockets were given in one turn of the event loop, each in one write. */
function flushAll(): void {
  const outlets = dirty;
  dirty = [];
  for (const outlet of outlets) outlet.flush();
}

/**
 * Writes messages to a WebSocket past its sender, one write for all of a turn. The sender writes what it is given at once and
 * whole, because nothing is compressed, so both may be used; what is here must be flushed where the order matters.
 */
export class Outlet {
  private openings: Buffer[] = [];
  private payloads: Buffer[] = [];
  /** Bytes that they make as frames. */
  private size = 0;

  constructor(private readonly socket: WebSocket) {}

  private get raw(): Socket | null {
    return (this.socket as unknown as { _socket: Socket | null })._socket;
  }

  /** The reader has not taken what it was sent before. */
  get isFull(): boolean {
    return this.size + (this.raw?.writableLength ?? 0) > BUFFERED_BYTES_MAX;
  }

  /** A `next` message. `opening`: its bytes up to the payload. */
  push(opening: Buffer, payload: Buffer): void {
    if (this.size === 0) flushLater(this);
    this.openings.push(opening);
    this.payloads.push(payload);
    this.size += frameSize(opening.length + payload.length + 1);
    if (this.size > WRITE_BYTES_MAX) this.flush();
  }

  /** Writes what was pushed now. */
  flush(): void {
    const { openings, payloads, size, raw } = this;
    if (size === 0) return;
    this.openings = [];
    this.payloads = [];
    this.size = 0;
    if (this.socket.readyState !== this.socket.OPEN || !raw) return;
    const bytes = Buffer.allocUnsafe(size);
    let at = 0;
    for (let i = 0; i < openings.length; i += 1) at = writeFrame(bytes, at, openings[i] as Buffer, payloads[i] as Buffer);
    raw.write(bytes);
  }

  /** Resolves when the reader has taken what was too much, or is gone. */
  async drained(): Promise<void> {
    if (this.raw) await taken(this.raw);
  }
}

/** Resolves when the reader of a stream has taken what was too much, or is gone. */
export async function taken(stream: Writable): Promise<void> {
  if (stream.destroyed || !stream.writableNeedDrain) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      stream.off('drain', done);
      stream.off('close', done);
      resolve();
    };
    stream.on('drain', done);
    stream.on('close', done);
  });
}

/** The first bytes of a subscription's `next` messages. */
export const openingOf = (id: string): Buffer => Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);

const headerSize = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10);
const frameSize = (length: number): number => headerSize(length) + length;

/** A whole message in one unmasked frame (RFC 6455, 5.2). Gives the place behind it. */
function writeFrame(bytes: Buffer, at: number, opening: Buffer, payload: Buffer): number {
  const length = opening.length + payload.length + 1;
  const header = headerSize(length);
  bytes[at] = FINAL_TEXT_FRAME;
  if (header === 2) bytes[at + 1] = length;
  else if (header === 4) {
    bytes[at + 1] = 126;
    bytes.writeUInt16BE(length, at + 2);
  } else {
    bytes[at + 1] = 127;
    bytes.writeUInt32BE(0, at + 2);
    bytes.writeUInt32BE(length, at + 6);
  }
  opening.copy(bytes, at + header);
  payload.copy(bytes, at + header + opening.length);
  const end = at + header + length;
  bytes[end - 1] = CLOSING_BRACE;
  return end;
}
