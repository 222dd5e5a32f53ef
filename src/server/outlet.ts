import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';

/** Beyond this the reader is slow: it is sent nothing more, and nothing is held for it. Less than what sends it away. */
const BUFFERED_BYTES_MAX = 256 * 1024;

/** More than this is written at once, and not at the end of the turn. */
const WRITE_BYTES_MAX = 64 * 1024;

const FINAL_TEXT_FRAME = 0x81;
const END = Buffer.from('}');

let dirty: Outlet[] = [];

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
  private frames: Buffer[] = [];
  /** Bytes in `frames`. */
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
    if (this.frames.length === 0 && dirty.push(this) === 1) setImmediate(flushAll);
    const frame = frameOf(opening, payload);
    this.frames.push(frame);
    this.size += frame.length;
    if (this.size > WRITE_BYTES_MAX) this.flush();
  }

  /** Writes what was pushed now. */
  flush(): void {
    const { frames, raw } = this;
    if (frames.length === 0) return;
    this.frames = [];
    this.size = 0;
    if (this.socket.readyState !== this.socket.OPEN || !raw) return;
    raw.write(frames.length === 1 ? (frames[0] as Buffer) : Buffer.concat(frames));
  }

  /** Resolves when the reader has taken what was too much, or is gone. */
  async drained(): Promise<void> {
    const { raw } = this;
    if (!raw || raw.destroyed || !raw.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        raw.off('drain', done);
        raw.off('close', done);
        resolve();
      };
      raw.on('drain', done);
      raw.on('close', done);
    });
  }
}

/** The first bytes of a subscription's `next` messages. */
export const openingOf = (id: string): Buffer => Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);

/** A whole message in one unmasked frame (RFC 6455, 5.2). */
function frameOf(opening: Buffer, payload: Buffer): Buffer {
  const length = opening.length + payload.length + END.length;
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headerLength + length);
  frame[0] = FINAL_TEXT_FRAME;
  if (headerLength === 2) frame[1] = length;
  else if (headerLength === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeUInt32BE(0, 2);
    frame.writeUInt32BE(length, 6);
  }
  opening.copy(frame, headerLength);
  payload.copy(frame, headerLength + opening.length);
  END.copy(frame, frame.length - END.length);
  return frame;
}
