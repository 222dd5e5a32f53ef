import type { WebSocket } from 'ws';

/** Frames that a socket may send at once, and how many it is given back every second. */
const FRAMES_BURST = 1_000;
const FRAMES_PER_SECOND = 100;
const POLICY_VIOLATION = 1008;
const FORBIDDEN = 4403;
/** The longest that a timer can wait. */
const TIMER_MS_MAX = 2 ** 31 - 1;

/** Ends a socket that sends more frames, of whatever kind, than any client needs. */
export function limitFrames(socket: WebSocket): void {
  let left = FRAMES_BURST;
  let at = performance.now();
  const count = () => {
    const now = performance.now();
    left = Math.min(FRAMES_BURST, left + ((now - at) * FRAMES_PER_SECOND) / 1_000) - 1;
    at = now;
    if (left >= 0 || socket.readyState !== socket.OPEN) return;
    socket.close(POLICY_VIOLATION, 'Too many messages');
    // It would have to read the close among all that it sent; nothing more of it is wanted.
    setTimeout(() => socket.terminate(), 1_000).unref();
  };
  socket.on('message', count);
  socket.on('ping', count);
  socket.on('pong', count);
}

/** Ends a socket at the moment when its credential ends. `expiresAt` in ms since 1970. */
export function endWithCredential(socket: WebSocket, expiresAt: number): void {
  let timer: NodeJS.Timeout;
  const wait = () => {
    const ms = expiresAt - Date.now();
    if (ms <= 0) return socket.close(FORBIDDEN, 'The credential has expired');
    timer = setTimeout(wait, Math.min(ms, TIMER_MS_MAX));
    timer.unref();
  };
  wait();
  socket.once('close', () => clearTimeout(timer));
}
