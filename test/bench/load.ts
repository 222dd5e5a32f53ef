import { Agent, request } from 'node:http';

/** Sends one GraphQL request and gives the parsed answer. */
export function post(
  agent: Agent,
  url: string,
  secret: string | null,
  body: string,
): Promise<{ data?: Record<string, unknown>; errors?: unknown[] }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(secret && { authorization: `Bearer ${secret}` }),
    };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString()) as { data?: Record<string, unknown> }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Keeps `connections` requests in flight for some seconds; gives requests per second. Any error ends it. */
export async function load(url: string, secret: string | null, connections: number, seconds: number, next: () => string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const start = performance.now();
  const end = start + seconds * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const answer = await post(agent, url, secret, next());
        if (answer.errors || JSON.stringify(answer.data).includes('"code"')) throw new Error(`unexpected answer ${JSON.stringify(answer)}`);
        count += 1;
      }
    }),
  );
  const elapsed = (performance.now() - start) / 1000;
  agent.destroy();
  return count / elapsed;
}
