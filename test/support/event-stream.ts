/** One event as it came. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/** An event stream, read by hand. */
export class EventReader {
  readonly events: StreamEvent[] = [];
  /** Comments, which keep the connection alive. */
  comments = 0;
  /** Resolves when the stream is over; rejects when it was cut off. */
  readonly over: Promise<void>;
  private wake = () => {};

  constructor(
    readonly response: Response,
    private readonly controller: AbortController,
  ) {
    this.over = this.read();
    this.over.catch(() => {}).finally(() => this.wake());
  }

  /** @throws Error when the stream ends before */
  async until(isThere: (events: readonly StreamEvent[]) => boolean): Promise<void> {
    const over = this.over.then(
      () => true,
      () => true,
    );
    while (!isThere(this.events)) {
      const isOver = await Promise.race([over, new Promise<false>((resolve) => (this.wake = () => resolve(false)))]);
      if (isOver && !isThere(this.events)) throw new Error(`the stream ended after ${JSON.stringify(this.events)}`);
    }
  }

  /** Payloads of `next`: of an operation of a shared stream, or of the stream's own. */
  payloads<T = { data?: Record<string, unknown>; errors?: { extensions: { code: string } }[] }>(id?: string): T[] {
    return this.events
      .filter(({ event }) => event === 'next')
      .map(({ data }) => JSON.parse(data) as { id?: string; payload: T })
      .filter((each) => id === undefined || each.id === id)
      .map((each) => (id === undefined ? (each as unknown as T) : each.payload));
  }

  leave(): void {
    this.controller.abort();
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of this.response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() as string;
      for (const block of blocks) this.take(block);
      this.wake();
    }
  }

  private take(block: string): void {
    if (block.startsWith(':')) {
      this.comments += 1;
      return;
    }
    const fields = new Map(block.split('\n').map((line) => line.split(/: ?(.*)/s, 2) as [string, string]));
    if (!fields.has('data')) throw new Error(`an event without data: ${block}`);
    this.events.push({ event: fields.get('event') ?? '', data: fields.get('data') ?? '' });
  }
}

/** A caller of the event streams of a server. */
export class StreamCaller {
  constructor(
    readonly url: string,
    readonly authorization: string | null,
  ) {}

  fetch(
    path: string,
    method: string,
    { body, headers = {}, signal }: { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal } = {},
  ) {
    return fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(this.authorization && { authorization: this.authorization }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  }

  /** A connection of its own for one operation. */
  async distinct(payload: object, headers: Record<string, string> = {}): Promise<EventReader> {
    const controller = new AbortController();
    const { signal } = controller;
    const response = await this.fetch('', 'POST', { body: payload, headers: { accept: 'text/event-stream', ...headers }, signal });
    return new EventReader(response, controller);
  }

  async reserve(): Promise<string> {
    return (await this.fetch('', 'PUT')).text();
  }

  /** The one connection that a token was reserved for. */
  async open(token: string, headers: Record<string, string> = {}): Promise<EventReader> {
    const controller = new AbortController();
    const response = await this.fetch(`?token=${token}`, 'GET', {
      headers: { accept: 'text/event-stream', ...headers },
      signal: controller.signal,
    });
    return new EventReader(response, controller);
  }

  operate(token: string, id: string | undefined, payload: object, headers: Record<string, string> = {}): Promise<Response> {
    const body = { ...payload, extensions: { operationId: id } };
    return this.fetch('', 'POST', { body, headers: { 'x-graphql-event-stream-token': token, ...headers } });
  }

  complete(token: string, id: string | undefined): Promise<Response> {
    const search = id === undefined ? '' : `?operationId=${id}`;
    return this.fetch(search, 'DELETE', { headers: { 'x-graphql-event-stream-token': token } });
  }
}
