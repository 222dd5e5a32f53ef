import { itemOf, type Payload, type Result } from './transport.js';

/** What a library that runs on a client of graphql-ws asks of it. */
interface SubscribingClient<P, S> {
  subscribe(payload: P, sink: S): () => void;
}

/**
 * A client of graphql-ws that goes on behind the last item whenever it comes back, for libraries that bring their own
 * subscriptions, like Apollo Client and urql. The document takes `$after: String` and selects `cursor`.
 */
export function resuming<Client extends SubscribingClient<never, never>>(client: Client): Client {
  const subscribe = (payload: Payload, sink: { next(result: Result): void; error(error: unknown): void; complete(): void }) => {
    // graphql-ws sends this very object again.
    const variables = { ...payload.variables };
    const following = {
      next: (result: Result) => {
        const item = itemOf(result);
        if (item) variables.after = item.cursor;
        sink.next(result);
      },
      error: (error: unknown) => sink.error(error),
      complete: () => sink.complete(),
    };
    return client.subscribe({ ...payload, variables } as never, following as never);
  };
  return { ...client, subscribe };
}
