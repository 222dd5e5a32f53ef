/** An item of a subscription, as far as a follower must know it. What else the document selects comes with it. */
export interface FeedItem {
  readonly cursor: string;
  /** The entry's number in its stream; of a snapshot and a bookmark the last that it includes. */
  readonly number?: number | null;
  /** Number of the item before it; 0 for a whole programme. */
  readonly follows?: number | null;
  /** Of a reset: why. */
  readonly reason?: string | null;
  readonly entry?: { readonly streamId?: string } | null;
}

export interface Payload {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

export interface Result {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

export interface Sink {
  next(result: Result): void;
  error(error: unknown): void;
  complete(): void;
}

/** Whatever runs a subscription: the clients of graphql-ws and graphql-sse are such. Sends the same payload again when it comes back by itself. */
export interface Transport {
  subscribe(payload: Payload, sink: Sink): () => void;
}

/** The one item of a result; null where it has none. */
export function itemOf(result: Result): FeedItem | null {
  const [item] = Object.values((result.data ?? {}) as Record<string, FeedItem | null>);
  return item ?? null;
}
