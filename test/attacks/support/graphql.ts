import type { GraphQLAnswer } from './raw-http.js';

export interface Asked {
  readonly status: number;
  readonly text: string;
  readonly answer: GraphQLAnswer;
  readonly ms: number;
  readonly headers: Headers;
}

/** Remembers every answer, so that none gives away what no answer may. */
export class Witness {
  readonly texts: string[] = [];

  saw(text: string): void {
    this.texts.push(text);
  }

  /** Answers that match any of these. */
  findings(patterns: readonly RegExp[]): string[] {
    return this.texts.flatMap((text) => patterns.flatMap((pattern) => (pattern.test(text) ? `${pattern} in ${text.slice(0, 300)}` : [])));
  }
}

/** Somebody with a credential, or without one. */
export class Person {
  constructor(
    readonly url: string,
    readonly key: string | null,
    private readonly witness: Witness,
  ) {}

  /** The same credential at another process. */
  at(url: string): Person {
    return new Person(url, this.key, this.witness);
  }

  as(key: string | null): Person {
    return new Person(this.url, key, this.witness);
  }

  ask(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Asked> {
    return this.post(JSON.stringify({ query, variables }));
  }

  /** Sends this body as it is. */
  async post(body: string, headers: Readonly<Record<string, string>> = {}): Promise<Asked> {
    const start = performance.now();
    const authorization: Record<string, string> = this.key === null ? {} : { authorization: `Bearer ${this.key}` };
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      body,
    });
    const text = await response.text();
    this.witness.saw(text);
    const answer = (text.startsWith('{') ? JSON.parse(text) : {}) as GraphQLAnswer;
    return { status: response.status, text, answer, ms: performance.now() - start, headers: response.headers };
  }

  /** The data of the one root field; anything else fails. */
  async get<T = Record<string, unknown>>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const { answer, text } = await this.ask(query, variables);
    const [value] = Object.values(answer.data ?? {});
    if (answer.errors || value === undefined) throw new Error(`${query}: ${text}`);
    return value as T;
  }
}

/** Status and first error code of an answer, or of the first refusal in its payload. */
export function outcome({ status, answer }: Asked): { status: number; code: string | null } {
  const [value] = Object.values(answer.data ?? {}) as ({ errors?: { code?: string }[] } | null)[];
  return { status, code: answer.errors?.[0]?.extensions?.code ?? value?.errors?.[0]?.code ?? null };
}
