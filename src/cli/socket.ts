import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { waitMs } from '../client/trouble.js';

const RETRY_MS_MAX = 2_000;
const NOT_ALLOWED = 4403;

/** A graphql-ws client that comes back to a server that restarts, for ever; only a refused key ends it. */
export function openSocket(url: string, key: string, onLost: () => void): Client {
  let isThere = false;
  return createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${key}` },
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (event) => (event as { code?: number }).code !== NOT_ALLOWED,
    retryWait: (attempt) => new Promise((resolve) => setTimeout(resolve, waitMs(attempt, RETRY_MS_MAX))),
    keepAlive: 10_000,
    on: {
      connected: () => {
        isThere = true;
      },
      // Each failed try closes, too; it is said once. 1000 is our own goodbye.
      closed: (event) => {
        if (isThere && (event as { code?: number }).code !== 1000) onLost();
        isThere = false;
      },
    },
  });
}

/** One line about why a socket ended for good. */
export function sayWhy(error: unknown): string {
  if (Array.isArray(error)) return error.map(({ message }: { message: string }) => message).join('; ');
  const { code, message } = error as { code?: number; message?: string };
  return code === NOT_ALLOWED ? 'The key is not known there.' : (message ?? `The socket was closed (${code ?? 'no code'}).`);
}
