import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Beside `src` and `dist`, and so at the same place for both. */
const OWN = fileURLToPath(new URL('../../src/server/graphiql/', import.meta.url));
const OWN_FILES = [
  ...['page.js', 'key.js', 'transport.js', 'first-tabs.js', 'page.css', 'icon.svg'],
  ...['first-query.graphql', 'first-subscription.graphql', 'first-purchase.graphql'],
];

/**
 * Threat: a script that gets into this page could read the key. So nothing is loaded from elsewhere, nothing inline runs,
 * and the page talks to its own server only. The editor sets styles and has its fonts and icons as data.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Asked for anew after every start, and answered 304 as long as it is the same. */
const OWN_CACHE = 'no-cache';
const VENDOR_CACHE = 'public, max-age=3600';

/**
 * GraphiQL at /graphiql, from the packages that npm installed. Every file that can be had is in a list; a request names an
 * entry of it and never a path.
 */
export async function serveGraphiql(app: FastifyInstance): Promise<void> {
  await app.register(serveStatic, { root: OWN, serve: false, cacheControl: false });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', POLICY);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('cross-origin-opener-policy', 'same-origin');
  });
  const serve = (url: string, file: string, cache: string) =>
    app.get(url, (_request, reply) => reply.header('cache-control', cache).sendFile(basename(file), dirname(file)));

  serve('/graphiql', join(OWN, 'index.html'), OWN_CACHE);
  app.get('/graphiql/', (_request, reply) => reply.redirect('/graphiql'));
  for (const name of OWN_FILES) serve(`/graphiql/${name}`, join(OWN, name), OWN_CACHE);
  for (const [url, file] of await vendorFiles()) serve(`/graphiql/${url}`, file, VENDOR_CACHE);
}

/** What the page takes from packages, by the end of its address. */
async function vendorFiles(): Promise<[url: string, file: string][]> {
  const { resolve } = createRequire(import.meta.url);
  const folderOf = (name: string) => dirname(resolve(`${name}/package.json`));
  const files: [string, string][] = [
    ['react.production.min.js', join(folderOf('react'), 'umd/react.production.min.js')],
    ['react-dom.production.min.js', join(folderOf('react-dom'), 'umd/react-dom.production.min.js')],
    ['graphiql.min.js', join(folderOf('graphiql'), 'graphiql.min.js')],
    ['graphiql.min.css', join(folderOf('graphiql'), 'graphiql.min.css')],
  ];
  // The client imports a file whose name carries a hash of its content.
  const graphqlWs = join(folderOf('graphql-ws'), 'dist');
  for (const name of await readdir(graphqlWs)) {
    if (/^(client|common-[\w-]+)\.js$/.test(name)) files.push([`graphql-ws/${name}`, join(graphqlWs, name)]);
  }
  return files;
}
