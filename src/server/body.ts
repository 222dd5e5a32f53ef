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

/** Reads JSON bodies, as far as the caller's credential allows. The caller must be known by then. */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { bodyLimit: BULK_BODY_BYTES_MAX },
    async (request: FastifyRequest, payload: AsyncIterable<Buffer>) => {
      const max = request.call.actor ? BULK_BODY_BYTES_MAX : BODY_BYTES_MAX;
      if (Number(request.headers['content-length'] ?? 0) > max) throw payloadTooLarge();
      const chunks: Buffer[] = [];
      for await (const chunk of payload) {
        request.call.bytes += chunk.length;
        if (request.call.bytes > max) throw payloadTooLarge();
        chunks.push(chunk);
      }
      try {
        return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
      } catch {
        throw publicError('The body is not JSON.', 'BAD_REQUEST', { http: { status: 400 } });
      }
    },
  );
}
