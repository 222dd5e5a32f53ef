import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Client } from 'graphql-ws';

/** Collects what a subscription sends. */
export class Collected<T> {
  readonly items: T[] = [];
  readonly errors: unknown[] = [];
  private waiting: (() => void)[] = [];
  private readonly dispose: () => void;

  constructor(
    client: Client,
    document: TypedDocumentNode<unknown, never> | TypedDocumentNode<unknown, object>,
    variables: Record<string, unknown>,
    root: string,
  ) {
    const wake = () => this.waiting.splice(0).forEach((resolve) => resolve());
    this.dispose = client.subscribe(
      { query: print(document as TypedDocumentNode<unknown, object>), variables },
      {
        next: (result) => {
          if (result.errors) this.errors.push(...result.errors);
          const item = (result.data as Record<string, T> | null)?.[root];
          if (item) this.items.push(item);
          wake();
        },
        error: (error) => {
          this.errors.push(error);
          wake();
        },
        complete: wake,
      },
    );
  }

  async until(isDone: (items: readonly T[]) => boolean): Promise<readonly T[]> {
    while (!isDone(this.items) && this.errors.length === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.items;
  }

  stop(): void {
    this.dispose();
  }
}
