import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { parseAnswers } from './raw-http.js';

export const TEXT = 1;
export const BINARY = 2;
export const CLOSE = 8;
export const PING = 9;
export const PONG = 10;

export interface FrameOptions {
  readonly isFinal?: boolean;
  readonly isMasked?: boolean;
  /** Reserved bits, 0 to 7. */
  readonly reserved?: number;
  /** Claims this length instead of the true one. */
  readonly claims?: number;
}

/** One frame (RFC 6455, 5.2). */
export function frame(
  opcode: number,
  payload: string | Buffer = '',
  { isFinal = true, isMasked = true, reserved = 0, claims }: FrameOptions = {},
): Buffer {
  const data = Buffer.from(payload);
  const length = claims ?? data.length;
  const first = (isFinal ? 0x80 : 0) | (reserved << 4) | opcode;
  const flag = isMasked ? 0x80 : 0;
  let head: Buffer;
  if (length < 126) head = Buffer.of(first, flag | length);
  else if (length < 65_536) head = Buffer.of(first, flag | 126, length >> 8, length & 255);
  else {
    head = Buffer.alloc(10);
    head[0] = first;
    head[1] = flag | 127;
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  if (!isMasked) return Buffer.concat([head, data]);
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, data.map((byte, i) => byte ^ (mask[i % 4] as number))]);
}

export const message = (value: unknown): Buffer => frame(TEXT, JSON.stringify(value));

export interface UpgradeOptions {
  readonly origin?: string;
  readonly host?: string;
  readonly protocol?: string | null;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A WebSocket client that does what it is told, right or wrong. */
export class RawWebSocket {
  readonly messages: Message[] = [];
  /** 101 when the socket is open; else how the upgrade was refused. */
  status: number | null = null;
  /** Code of the server's close frame; null: it sent none. */
  closeCode: number | null = null;
  isClosed = false;
  pongs = 0;
  /** Bytes that were received. */
  taken = 0;
  private buffer = Buffer.alloc(0);
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => this.take(chunk));
    for (const event of ['end', 'error', 'close'] as const)
      socket.on(event, () => {
        this.isClosed = true;
        this.changed();
      });
  }

  static async open(
    port: number,
    { origin, host, protocol = 'graphql-transport-ws', path = '/graphql', headers = {} }: UpgradeOptions = {},
  ) {
    const socket = connect({ port, host: '127.0.0.1' });
    const client = new RawWebSocket(socket);
    const lines = {
      host: host ?? `127.0.0.1:${port}`,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      ...(protocol !== null && { 'sec-websocket-protocol': protocol }),
      ...(origin !== undefined && { origin }),
      ...headers,
    };
    const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`GET ${path} HTTP/1.1\r\n${head.join('')}\r\n`);
    await client.until(() => client.status !== null || client.isClosed, 5_000);
    return client;
  }

  /** An open socket whose caller is known. */
  static async greeted(port: number, key: string): Promise<RawWebSocket> {
    const client = await RawWebSocket.open(port);
    await client.send(message({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } }));
    await client.until(() => client.messages.length > 0 || client.isClosed, 5_000);
    return client;
  }

  /** Resolves when the kernel has it, or the connection is gone. */
  async send(...frames: readonly Buffer[]): Promise<void> {
    if (this.isClosed || !this.socket.writable) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        this.socket.off('close', done);
        resolve();
      };
      this.socket.once('close', done);
      this.socket.write(Buffer.concat(frames), done);
    });
  }

  async say(...values: readonly unknown[]): Promise<void> {
    await this.send(...values.map(message));
  }

  /** Reads nothing more. */
  deafen(): void {
    this.socket.pause();
  }

  /** Whether it came true in time. */
  async until(condition: () => boolean, ms = 5_000): Promise<boolean> {
    const end = performance.now() + ms;
    while (!condition()) {
      const left = end - performance.now();
      if (left <= 0) return false;
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          this.waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, left);
        this.waiting.add(done);
      });
    }
    return true;
  }

  /** How the server ended it, in at most `ms`; then the connection is dropped. */
  async ending(ms = 5_000): Promise<{ closeCode: number | null; isClosed: boolean }> {
    await this.until(() => this.closeCode !== null || this.isClosed, ms);
    const { closeCode, isClosed } = this;
    this.drop();
    return { closeCode, isClosed: isClosed || closeCode !== null };
  }

  drop(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.taken += chunk.length;
    this.buffer = Buffer.concat([this.buffer, chunk]);
    if (this.status === null) {
      const end = this.buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.status = parseAnswers(this.buffer.subarray(0, end + 4))[0]?.status ?? Number(this.buffer.toString('latin1', 9, 12));
      this.buffer = this.buffer.subarray(end + 4);
    }
    if (this.status === 101) while (this.takeFrame());
    this.changed();
  }

  private takeFrame(): boolean {
    if (this.buffer.length < 2) return false;
    const opcode = (this.buffer[0] as number) & 15;
    let length = (this.buffer[1] as number) & 127;
    let at = 2;
    if (length === 126) {
      if (this.buffer.length < 4) return false;
      length = this.buffer.readUInt16BE(2);
      at = 4;
    } else if (length === 127) {
      if (this.buffer.length < 10) return false;
      length = Number(this.buffer.readBigUInt64BE(2));
      at = 10;
    }
    if (this.buffer.length < at + length) return false;
    const payload = this.buffer.subarray(at, at + length);
    this.buffer = this.buffer.subarray(at + length);
    if (opcode === TEXT) this.messages.push(JSON.parse(payload.toString()) as Message);
    else if (opcode === CLOSE) this.closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
    else if (opcode === PONG) this.pongs += 1;
    return true;
  }

  private changed(): void {
    for (const wake of this.waiting) wake();
  }
}
