import type { IncomingMessage } from 'node:http';

/**
 * Whether the page that opens a socket may. Browsers send an Origin and no CORS rules hold for WebSocket, so a foreign
 * page could otherwise connect with what its visitor's browser adds. Programs send none.
 */
export function isOriginAllowed(origin: string | undefined, host: string | undefined, listed: readonly string[]): boolean {
  if (origin === undefined) return true;
  if (listed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** The caller's address, as HTTP counts it: that of the nearest proxy's entry where a proxy is believed. */
export function addressOf(request: IncomingMessage, isProxyTrusted: boolean): string {
  const { 'x-forwarded-for': forwarded } = request.headers;
  const entries = isProxyTrusted ? [forwarded ?? []].flat().join(',').split(',') : [];
  return entries.at(-1)?.trim() || (request.socket.remoteAddress ?? 'unknown');
}
