import { createClient } from './graphql-ws/client.js';

const api = new URL('/graphql', location.href);

/** One call over HTTP, for what the page itself wants to know. */
export async function ask(key, query) {
  const response = await fetch(api, { method: 'POST', headers: headersOf(key), body: JSON.stringify({ query }) });
  return response.json();
}

/** A fetcher for GraphiQL, with the key on every request and socket; `close` ends its subscriptions. */
export function connect(key) {
  const socketUrl = new URL(api);
  socketUrl.protocol = api.protocol.replace('http', 'ws');
  const socket = createClient({
    url: socketUrl.href,
    connectionParams: () => ({ authorization: `Bearer ${key}` }),
    // A server that restarts is come back to. The snapshot that begins anew says where things stand.
    shouldRetry: () => true,
    keepAlive: 10_000,
  });
  const fetcher = window.GraphiQL.createFetcher({
    url: api.href,
    wsClient: socket,
    headers: headersOf(key),
    enableIncrementalDelivery: false,
  });
  return { fetcher, close: () => socket.dispose() };
}

const headersOf = (key) => ({ 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) });
