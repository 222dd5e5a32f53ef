import { Agent, request } from 'node:http';

const ANSWER_MS_MAX = 25_000;
/** Codes of errors that leave the outcome unknown. */
const UNKNOWN = new Set(['INTERNAL_SERVER_ERROR', 'TIMEOUT']);

/** An answer that was understood, or why there is none that says what became of the request. */
export type Reply = { readonly data: never } | { readonly unknown: string } | { readonly odd: string };

/** Calls the API of a server that may be gone at any moment. */
export class Api {
  private readonly agent: Agent;

  /** @param target the URL, or what says which it is for the next request */
  constructor(
    private readonly target: string | (() => string),
    private readonly secret: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  get url(): string {
    return typeof this.target === 'string' ? this.target : this.target();
  }

  async ask(query: string, variables: unknown = {}): Promise<Reply> {
    let status: number;
    let text: string;
    try {
      [status, text] = await this.post(JSON.stringify({ query, variables }));
    } catch (error) {
      return { unknown: String((error as { code?: unknown }).code ?? error) };
    }
    if (status >= 500 || status === 429) return { unknown: `HTTP ${status}` };
    let answer: { data?: Record<string, unknown> | null; errors?: { message: string; extensions?: { code?: string } }[] };
    try {
      answer = JSON.parse(text);
    } catch {
      return { odd: `HTTP ${status} with ${text.slice(0, 200)}` };
    }
    const error = answer.errors?.[0];
    const code = error?.extensions?.code ?? '';
    if (UNKNOWN.has(code)) return { unknown: code };
    if (error || !answer.data) return { odd: `HTTP ${status} with ${text.slice(0, 400)}` };
    return { data: answer.data as never };
  }

  /** The data, for what has to work: before and after the storm. */
  async run<T>(query: string, variables: unknown = {}): Promise<T> {
    const reply = await this.ask(query, variables);
    if (!('data' in reply)) throw new Error(JSON.stringify(reply));
    return reply.data;
  }

  close(): void {
    this.agent.destroy();
  }

  private post(body: string): Promise<[number, string]> {
    return new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        authorization: `Bearer ${this.secret}`,
      };
      const sent = request(this.url, { method: 'POST', agent: this.agent, headers, timeout: ANSWER_MS_MAX }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve([response.statusCode ?? 0, Buffer.concat(chunks).toString()]));
        response.on('error', reject);
      });
      sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
