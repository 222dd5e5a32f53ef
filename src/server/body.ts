import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { publicError } from '../graphql/errors.js';

/** Room for any operation that is not a bulk mutation. Without a credential nothing beyond it is read. */
export const BODY_BYTES_MAX = 100 * 1024;
/** Room for 500 activities with items. */
export const BULK_BODY_BYTES_MAX = 5 * 1024 * 1024;

export const payloadTooLarge = () =>
  publicError(
    `A request has at most ${BODY_BYTES_MAX / 1024} KB; one of bulk mutations only, with a credential, ${BULK_BODY_BYTES_MAX / 1024 / 1024} MB.`,
    'PAYLOAD_TOO_LARGE',
    { http: { status: 413 } },
  );

/**
 * What is too much of a body that never said how long it is, is let pass unkept for a moment before it is refused: closing on a client that is still sending would
 * have its system throw away the answer.
 */
const LINGER_BYTES_MAX = 1024 * 1024;
const LINGER_MS_MAX = 500;

/** Reads JSON bodies, as far as the caller's credential allows. The caller must be known by then. */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { bodyLimit: BULK_BODY_BYTES_MAX }, async (request: FastifyRequest, payload: Readable) => {
    const text = await readText(request, payload);
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw publicError('The body is not JSON.', 'BAD_REQUEST', { http: { status: 400 } });
    }
  });
}

/** @throws GraphQLError PAYLOAD_TOO_LARGE */
async function readText({ call, headers }: FastifyRequest, payload: Readable): Promise<string> {
  const max = call.actor ? BULK_BODY_BYTES_MAX : BODY_BYTES_MAX;
  const chunks: Buffer[] = [];
  if (Number(headers['content-length'] ?? 0) > max) throw payloadTooLarge();
  let isTooLarge = false;
  let giveUpAt = Infinity;
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    call.bytes += chunk.length;
    isTooLarge ||= call.bytes > max;
    if (!isTooLarge) chunks.push(chunk);
    else {
      chunks.length = 0;
      giveUpAt = Math.min(giveUpAt, Date.now() + LINGER_MS_MAX);
      if (Date.now() > giveUpAt || call.bytes > max + LINGER_BYTES_MAX) break;
    }
  }
  if (isTooLarge) throw payloadTooLarge();
  return Buffer.concat(chunks).toString('utf8');
}
