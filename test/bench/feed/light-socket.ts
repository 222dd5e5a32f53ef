import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const [TEXT, PING, PONG] = [0x1, 0x9, 0xa];
const IS_LAST = 0x80;
const IS_MASKED = 0x80;
const END_OF_HEAD = '\r\n\r\n';

/**
 * A WebSocket that takes as little of its process as it can, so that what is measured is the server: it knows whole messages in
 * one frame each (RFC 6455, 5.2), answers pings, and leaves everything else.
 */
export class LightSocket {
  private rest: Buffer | null = null;
  private isOpen = false;

  private constructor(
    private readonly socket: Socket,
    private readonly onMessage: (data: Buffer) => void,
  ) {}

  /** @param onEnd told when it failed, or the server closed it */
  static open(url: string, protocol: string, onMessage: (data: Buffer) => void, onEnd: (error: Error) => void): Promise<LightSocket> {
    const { hostname, port, host, pathname } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const light = new LightSocket(socket, onMessage);
    socket.write(
      `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Protocol: ${protocol}${END_OF_HEAD}`,
    );
    return new Promise((resolve, reject) => {
      const end = (error: Error) => {
        reject(error);
        onEnd(error);
      };
      socket.on('error', end);
      socket.on('close', () => end(new Error('the server closed the socket')));
      socket.on('data', (chunk) => {
        if (light.isOpen) light.read(chunk);
        else if (light.greeted(chunk, end)) resolve(light);
      });
    });
  }

  send(text: string): void {
    this.write(TEXT, Buffer.from(text));
  }

  terminate(): void {
    this.socket.removeAllListeners('close');
    this.socket.destroy();
  }

  /** Whether the server's answer is whole by now. */
  private greeted(chunk: Buffer, fail: (error: Error) => void): boolean {
    const all = this.withRest(chunk);
    const end = all.indexOf(END_OF_HEAD);
    if (end < 0) {
      this.rest = all;
      return false;
    }
    if (!all.toString('latin1', 0, end).startsWith('HTTP/1.1 101')) fail(new Error(all.toString('latin1')));
    this.isOpen = true;
    const more = all.subarray(end + END_OF_HEAD.length);
    if (more.length > 0) this.read(more);
    return true;
  }

  private read(chunk: Buffer): void {
    const all = this.withRest(chunk);
    let at = 0;
    while (all.length - at >= 2) {
      const short = all[at + 1] as number;
      const header = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (all.length - at < header) break;
      const length = header === 2 ? short : header === 4 ? all.readUInt16BE(at + 2) : Number(all.readBigUInt64BE(at + 2));
      const end = at + header + length;
      if (end > all.length) break;
      const kind = (all[at] as number) & 0xf;
      if (kind === TEXT) this.onMessage(all.subarray(at + header, end));
      else if (kind === PING) this.write(PONG, all.subarray(at + header, end));
      at = end;
    }
    if (at < all.length) this.rest = all.subarray(at);
  }

  private withRest(chunk: Buffer): Buffer {
    const { rest } = this;
    this.rest = null;
    return rest ? Buffer.concat([rest, chunk]) : chunk;
  }

  /** Clients mask what they send; a mask of zeros changes nothing. */
  private write(kind: number, payload: Buffer): void {
    const { length } = payload;
    const head =
      length < 126
        ? Buffer.from([IS_LAST | kind, IS_MASKED | length])
        : Buffer.from([IS_LAST | kind, IS_MASKED | 126, length >> 8, length & 0xff]);
    this.socket.write(Buffer.concat([head, Buffer.alloc(4), payload]));
  }
}
