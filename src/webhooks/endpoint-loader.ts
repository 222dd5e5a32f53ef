import DataLoader from 'dataloader';
import type { Context } from '../context.js';

/** One of an operation's loaders; the operation's end lets go of all of them. */
const loaders = new WeakMap<Context, Map<string, DataLoader<string, unknown>>>();

/**
 * Loads something for the endpoints that an operation asks about, all of them by one call of `read`. `key` tells what is
 * loaded, with everything that it depends on.
 */
export function loadForEndpoint<T>(
  context: Context,
  key: string,
  endpointId: string,
  read: (endpointIds: readonly string[]) => Promise<readonly T[]>,
): Promise<T> {
  const own = loaders.get(context) ?? new Map<string, DataLoader<string, unknown>>();
  loaders.set(context, own);
  const loader = own.get(key) ?? new DataLoader<string, unknown>(read, { cache: false });
  own.set(key, loader);
  return loader.load(endpointId) as Promise<T>;
}
