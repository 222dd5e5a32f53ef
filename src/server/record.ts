import type { BatchRecord } from '../journal/observer.js';

/** What is kept of a request once it is answered: never a document, a variable or a header's value but `traceparent`. */
export interface RequestRecord {
  readonly requestId: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly status: number;
  /** ms since 1970. */
  readonly startedAt: number;
  readonly ms: number;
  readonly actorId: string | null;
  readonly role: string | null;
  readonly operationType: 'query' | 'mutation' | 'subscription' | null;
  /** The first root fields that were asked for, as the schema names them. */
  readonly rootFields: readonly string[];
  readonly cost: number | null;
  readonly errorCodes: readonly string[];
  /** W3C trace context of the caller. */
  readonly traceparent: string | null;
}

/** Somebody who watches the server at work: logs, metrics, traces. Called after the fact, so it must neither throw nor wait. */
export interface Observer {
  request?(record: RequestRecord): void;
  batch?(record: BatchRecord): void;
}
