import { connect } from 'node:net';

/** Sends bytes as they are, and gives what came back when the other side closed, or after `ms`. */
export function raw(url: string, parts: readonly (string | Buffer)[], ms = 3_000): Promise<{ text: string; closed: boolean; ms: number }> {
  const { hostname, port } = new URL(url);
  const start = performance.now();
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    const done = (closed: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, closed, ms: performance.now() - start });
    };
    const timer = setTimeout(() => done(false), ms);
    socket.on('data', (data) => {
      text += String(data);
    });
    socket.on('close', () => done(true));
    socket.on('error', () => {});
    for (const part of parts) socket.write(part);
  });
}
