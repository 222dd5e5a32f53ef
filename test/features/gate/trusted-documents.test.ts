import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { print } from 'graphql';
import { digestOf, loadTrustedDocuments } from '../../../src/graphql/trusted-documents.js';
import { StreamCaller } from '../../support/event-stream.js';
import * as api from '../../support/generated.js';
import { type Caller, TestLaurel } from '../../support/laurel.js';
import { RawSocket } from '../../support/sockets.js';

const VIEWER = 'query Me { viewer { name } }';
const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
const JOURNAL = 'subscription { journal { __typename } }';

describe('trusted documents', () => {
  let folder: string;
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'laurel-manifest-'));
    const path = join(folder, 'manifest.json');
    const create = print(api.CreateProgramDocument);
    await writeFile(
      path,
      JSON.stringify({
        [`sha256:${digestOf(VIEWER)}`]: VIEWER,
        [digestOf(NODE)]: NODE,
        [digestOf(JOURNAL)]: JOURNAL,
        [digestOf(create)]: create,
      }),
    );
    laurel = await TestLaurel.start({ trustedDocuments: path });
    shop = await laurel.program();
  });
  afterAll(async () => {
    await laurel.stop();
    await rm(folder, { recursive: true });
  });
  const post = async (body: object) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${shop.secret}` };
    const response = await fetch(laurel.url, { method: 'POST', headers, body: JSON.stringify(body) });
    const { data, errors } = (await response.json()) as { data?: object; errors?: { extensions: { code: string } }[] };
    return { status: response.status, data, code: errors?.[0]?.extensions.code };
  };

  test('run by id, by text, and by id in place of the text', async () => {
    const id = `sha256:${digestOf(VIEWER)}`;
    for (const body of [{ documentId: id }, { query: VIEWER }, { query: id }, { documentId: digestOf(VIEWER) }]) {
      expect(await post(body)).toMatchObject({ status: 200, data: { viewer: { name: expect.any(String) } } });
    }
    expect(await post({ documentId: `sha256:${digestOf(NODE)}`, variables: { id: 'mem_x' } })).toMatchObject({
      status: 200,
      data: { node: null },
    });
  });

  test('and nothing else does', async () => {
    for (const body of [
      { query: '{ viewer { name } }' },
      { query: `${VIEWER} ` },
      { documentId: `sha256:${'0'.repeat(64)}` },
      { documentId: 'x', query: VIEWER },
    ]) {
      expect([body, await post(body)]).toMatchObject([body, { status: 400, code: 'DOCUMENT_NOT_TRUSTED' }]);
    }
    const socket = await RawSocket.known(laurel.url, shop.secret);
    expect(await socket.subscribe('1', { query: `sha256:${digestOf(JOURNAL)}` })).toMatchObject({ type: 'next' });
    expect(await socket.subscribe('2', { query: 'subscription { journal { cursor: __typename } }' })).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }],
    });
    socket.socket.close();
    const streams = new StreamCaller(`${laurel.url}/stream`, `Bearer ${shop.secret}`);
    const trusted = await streams.distinct({ query: `sha256:${digestOf(JOURNAL)}` });
    await trusted.until(({ length }) => length === 1);
    expect(trusted.payloads()).toMatchObject([{ data: { journal: { __typename: 'JournalSnapshot' } } }]);
    trusted.leave();
    const other = await streams.distinct({ query: 'subscription { journal { cursor: __typename } }' });
    await other.over;
    expect(other.payloads()).toMatchObject([{ errors: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }] }]);
  });

  test('are checked when they are loaded', async () => {
    const load = async (text: string) => {
      await writeFile(join(folder, 'bad.json'), text);
      return loadTrustedDocuments(join(folder, 'bad.json'));
    };
    await expect(load('{')).rejects.toThrow('cannot be read as JSON');
    await expect(load('[]')).rejects.toThrow('must be an object');
    await expect(load('{"md5:x":"{a}"}')).rejects.toThrow('"md5:x"');
    await expect(load(`{"sha256:${'0'.repeat(64)}":"{ a }"}`)).rejects.toThrow(`"sha256:${'0'.repeat(64)}"`);
    await expect(loadTrustedDocuments(join(folder, 'none.json'))).rejects.toThrow('none.json');
  });
});
