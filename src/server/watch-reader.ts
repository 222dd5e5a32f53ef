import type { WebSocket } from 'ws';

const LOOK_MS = 1_000;
const PING_MS = 12_000;
/** A reader that took nothing for this long, or lets this much pile up, is sent away and comes back with its cursor. */
const STALLED_MS = 20_000;
const BUFFERED_BYTES_MAX = 1024 * 1024;
/** A stock graphql-ws client answers it by coming back. */
export const TRY_AGAIN_LATER = 1013;

interface Reader {
  /** It has answered the last ping. */
  isAlive: boolean;
  looks: number;
  /** Looks in a row at which it had something to take, and had taken nothing since the one before. */
  stalledLooks: number;
  taken: number;
}

/** Pings readers, and sends away those that answer none or take nothing. One timer looks at all. */
export class ReaderWatch {
  private readonly readers = new Map<WebSocket, Reader>();
  private timer: NodeJS.Timeout | undefined;

  /** Watches a socket until it is closed. */
  add(socket: WebSocket): void {
    this.readers.set(socket, { isAlive: true, looks: 0, stalledLooks: 0, taken: takenBy(socket) });
    socket.on('pong', this.onPong);
    this.timer ??= setInterval(() => {
      for (const [each, reader] of this.readers) look(each, reader);
    }, LOOK_MS).unref();
  }

  drop(socket: WebSocket): void {
    this.readers.delete(socket);
    if (this.readers.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** One for all sockets. */
  private readonly onPong = ((readers) =>
    function (this: WebSocket): void {
      const reader = readers.get(this);
      if (reader) reader.isAlive = true;
    })(this.readers);
}

function look(socket: WebSocket, reader: Reader): void {
  const taken = takenBy(socket);
  const hasProgress = socket.bufferedAmount === 0 || taken !== reader.taken;
  reader.stalledLooks = hasProgress ? 0 : reader.stalledLooks + 1;
  reader.taken = taken;
  if (socket.bufferedAmount > BUFFERED_BYTES_MAX || reader.stalledLooks * LOOK_MS > STALLED_MS) sendAway(socket);
  reader.looks += 1;
  if (reader.looks * LOOK_MS < PING_MS) return;
  reader.looks = 0;
  if (!reader.isAlive) {
    socket.terminate();
    return;
  }
  reader.isAlive = false;
  socket.ping();
}

/** Without what still waits, so that what is only added, like pings, is no progress. */
const takenBy = (socket: WebSocket): number =>
  ((socket as unknown as { _socket?: { bytesWritten: number } })._socket?.bytesWritten ?? 0) - socket.bufferedAmount;

function sendAway(socket: WebSocket): void {
  socket.close(TRY_AGAIN_LATER, 'Too slow: come back with your cursor');
  // It reads nothing, so it will not answer the close either.
  setTimeout(() => socket.terminate(), 1_000).unref();
}
