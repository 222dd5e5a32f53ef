import { expect, test } from '@jest/globals';
import fastify from 'fastify';
import { answerFailures } from '../../src/server/protections.js';

test('a connection that broke behind the server is not told as a fault of the request', async () => {
  const app = fastify();
  const reported: unknown[] = [];
  app.addHook('onRequest', async (request) => {
    Object.assign(request, { call: { note: () => {} } });
  });
  answerFailures(app, (_, error) => reported.push(error));
  const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  app.post('/', () => {
    throw reset;
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({
    errors: [{ extensions: { code: 'TIMEOUT', errorId: expect.any(String) } }],
  });
  expect(reported).toEqual([reset]);
  await app.close();
});
