type Handle = (text: string) => void | Promise<void>;

/** One use of an id. */
interface Turn {
  /** Resolves when its `subscribe` was handed on; null: it was at once. */
  readonly handed: Promise<void> | null;
  /** Resolves when its subscription is over: as long is its `subscribe` being handled. */
  readonly over: Promise<void>;
  isCompleted: boolean;
}

/**
 * Lets a client use the id of a subscription again as soon as it has completed it, as the protocol allows. graphql-ws would
 * take the end of the one for the end of the other where both are under way, so the other waits for it.
 */
export function inOrder(handle: Handle): (text: string) => Promise<void> {
  const turns = new Map<string, Turn>();

  async function subscribe(id: string, text: string): Promise<void> {
    const before = turns.get(id);
    // Where the one before was not completed this is a double, which closes the socket.
    const handed = before?.isCompleted ? before.over.catch(() => {}) : null;
    const over = handed ? handed.then(() => handle(text)) : Promise.resolve(handle(text));
    const turn = { handed, over, isCompleted: false };
    turns.set(id, turn);
    try {
      await over;
    } finally {
      if (turns.get(id) === turn) turns.delete(id);
    }
  }

  async function complete(id: string, text: string): Promise<void> {
    const turn = turns.get(id);
    if (turn) turn.isCompleted = true;
    // Nothing that came behind it may come before it.
    if (turn?.handed) await turn.handed;
    await handle(text);
  }

  return async (text) => {
    const message = peek(text);
    if (message?.type === 'subscribe') return subscribe(message.id, text);
    if (message?.type === 'complete') return complete(message.id, text);
    return handle(text);
  };
}

/** A message that the protocol knows, but from a client not. The library would take it for a fault of its own. */
export const isOfServers = (text: string): boolean => /"(connection_ack|next|error)"/.test(text) && OF_SERVERS.has(read(text).type);

const OF_SERVERS = new Set<unknown>(['connection_ack', 'next', 'error']);

/** Type and id of a message that has both; what is wrong with others is for the protocol to say. */
function peek(text: string): { readonly type: string; readonly id: string } | null {
  const { type, id } = read(text);
  return typeof type === 'string' && typeof id === 'string' ? { type, id } : null;
}

function read(text: string): { readonly type?: unknown; readonly id?: unknown } {
  try {
    return (JSON.parse(text) ?? {}) as object;
  } catch {
    return {};
  }
}
