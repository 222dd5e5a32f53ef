import type { WebSocket } from 'ws';

/** Frames that a socket may send at once, and how many it is given back every second. */
const FRAMES_BURST = 1_000;
const FRAMES_PER_SECOND = 100;
const POLICY_VIOLATION = 1008;

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
