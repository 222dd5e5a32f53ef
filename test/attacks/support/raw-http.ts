import { connect } from 'node:net';

/** An answer as it stood on the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface RawExchange {
  readonly answers: readonly RawAnswer[];
  /** The server ended the connection. */
  readonly isClosed: boolean;
  readonly ms: number;
}

/** What is sent: bytes, or a pause in ms, or the end of our half. */
export type Part = string | Buffer | number | 'FIN';

export interface RawOptions {
  /** Ends the exchange after this many answers. */
  readonly answers?: number;
  /** Waits at most this long, in ms, after everything was sent. */
  readonly patience?: number;
  /** Waits for the server to end the connection. */
  readonly untilClosed?: boolean;
}

/** Sends exactly these bytes over a connection of their own. */
export async function exchange(
  port: number,
  parts: readonly Part[],
  { answers = 1, patience = 3_000, untilClosed = false }: RawOptions = {},
): Promise<RawExchange> {
  const start = performance.now();
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const received: Buffer[] = [];
  let isClosed = false;
  let wake = () => {};
  socket.on('data', (chunk) => {
    received.push(chunk);
    wake();
  });
  for (const event of ['end', 'error', 'close'] as const)
    socket.on(event, () => {
      isClosed = true;
      wake();
    });
  const isOver = () => isClosed || (!untilClosed && parseAnswers(Buffer.concat(received)).length >= answers);
  for (const part of parts) {
    if (isClosed) break;
    if (part === 'FIN') socket.end();
    else if (typeof part === 'number') await sleepUnless(part, () => isClosed);
    else await new Promise<void>((resolve) => void socket.write(part, () => resolve()));
  }
  const until = performance.now() + patience;
  while (!isOver() && performance.now() < until) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, until - performance.now());
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
  socket.destroy();
  return { answers: parseAnswers(Buffer.concat(received)), isClosed, ms: performance.now() - start };
}

async function sleepUnless(ms: number, isOver: () => boolean): Promise<void> {
  for (let slept = 0; slept < ms && !isOver(); slept += 50) await new Promise((resolve) => setTimeout(resolve, Math.min(50, ms - slept)));
}

/** The whole answers in what was received. */
export function parseAnswers(bytes: Buffer): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf('\r\n\r\n', at);
    if (end < 0) return answers;
    const [first = '', ...lines] = bytes.subarray(at, end).toString('latin1').split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0);
    const headers: Record<string, string> = {};
    for (const line of lines) {
      const colon = line.indexOf(':');
      headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
    }
    const isChunked = headers['transfer-encoding'] === 'chunked';
    const last = isChunked ? bytes.indexOf('0\r\n\r\n', end + 4) : -1;
    if (isChunked && last < 0) return answers;
    const length = isChunked ? last + 1 - end : status < 200 ? 0 : Number(headers['content-length'] ?? 0);
    at = end + 4 + length;
    if (at > bytes.length) return answers;
    answers.push({ status, headers, body: bytes.subarray(end + 4, at).toString() });
  }
}

/** A request's head and body, with the headers in this order. A header that is null is left out. */
export function request(
  first: string,
  headers: Readonly<Record<string, string | number | null>> | readonly (readonly [string, string])[],
  body: string | Buffer = '',
): Buffer {
  const pairs = Array.isArray(headers) ? headers : Object.entries(headers).filter(([, value]) => value !== null);
  const head = `${first}\r\n${pairs.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]);
}

/** A whole POST of GraphQL; given headers replace or, when null, remove the usual ones. */
export function post(
  body: string | Buffer,
  {
    key,
    headers = {},
    path = '/graphql',
  }: { key?: string | null; headers?: Readonly<Record<string, string | number | null>>; path?: string } = {},
): Buffer {
  const usual = {
    host: '127.0.0.1',
    'content-type': 'application/json',
    ...(key && { authorization: `Bearer ${key}` }),
    'content-length': Buffer.byteLength(body),
  };
  return request(`POST ${path} HTTP/1.1`, { ...usual, ...headers }, body);
}

export interface GraphQLAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Status, first error code and whether it is GraphQL-shaped JSON, which every answer must be. */
export function told({ answers, isClosed }: RawExchange): { status: number | null; code: string | null; isClosed: boolean } {
  const [answer] = answers.filter(({ status }) => status !== 100);
  if (!answer) return { status: null, code: null, isClosed };
  let code: string | null = null;
  try {
    code = (JSON.parse(answer.body) as GraphQLAnswer).errors?.[0]?.extensions?.code ?? null;
  } catch {
    code = `no JSON: ${answer.body.slice(0, 80)}`;
  }
  return { status: answer.status, code, isClosed };
}
