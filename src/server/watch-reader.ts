import type { WebSocket } from 'ws';

const PING_MS = 12_000;
/** A reader that took nothing for this long, or lets this much pile up, is sent away and comes back with its cursor. */
const STALLED_MS = 20_000;
const BUFFERED_BYTES_MAX = 1024 * 1024;
/** A stock graphql-ws client answers it by coming back. */
export const TRY_AGAIN_LATER = 1013;

/** Pings, and sends readers away that answer none or take nothing. */
export function watchReader(socket: WebSocket): { stop: () => void } {
  let isAlive = true;
  let stalledSince: number | null = null;
  let taken = 0;
  // Without what still waits, so that what is only added, like pings, is no progress.
  const takenByNow = () =>
    ((socket as unknown as { _socket?: { bytesWritten: number } })._socket?.bytesWritten ?? 0) - socket.bufferedAmount;
  socket.on('pong', () => {
    isAlive = true;
  });
  const sendAway = () => {
    socket.close(TRY_AGAIN_LATER, 'Too slow: come back with your cursor');
    // It reads nothing, so it will not answer the close either.
    setTimeout(() => socket.terminate(), 1_000).unref();
  };
  const timer = setInterval(() => {
    const now = Date.now();
    const progress = takenByNow();
    if (socket.bufferedAmount === 0 || progress !== taken) stalledSince = null;
    else stalledSince ??= now;
    taken = progress;
    if (socket.bufferedAmount > BUFFERED_BYTES_MAX || (stalledSince !== null && now - stalledSince >= STALLED_MS)) sendAway();
  }, 1_000);
  const pings = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, PING_MS);
  timer.unref();
  pings.unref();
  return {
    stop() {
      clearInterval(timer);
      clearInterval(pings);
    },
  };
}
