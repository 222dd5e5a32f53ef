import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { globalId, localId } from '../../../src/graphql/global-id.js';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, TestLaurel } from '../../support/laurel.js';
import { advance, moves, standing } from '../../support/tiers.js';

const [SET, BASIC, SILVER] = [randomUUID(), randomUUID(), randomUUID()] as const;
/** A settings document as the first version wrote it. */
const SETTINGS = `{"name":"Old","timeZone":"UTC","currencyCode":"USD","pointCurrencies":[],"tierSets":[
  {"id":"${SET}","name":"Status","qualifiesBy":{"measure":"SPEND"},"tiers":[
    {"id":"${BASIC}","name":"Basic","threshold":0},{"id":"${SILVER}","name":"Silver","threshold":10000}]}],"earningRules":[]}`;

let laurel: TestLaurel;
let shop: Caller;
beforeAll(async () => {
  laurel = await TestLaurel.start();
  shop = await laurel.program('2020-01-01T00:00:00Z');
  const { data } = await shop.ask<{ program: { id: string } }, unknown>('{ program { id } }');
  const programId = localId('program', data.program.id) as string;
  const client = new pg.Client({ connectionString: laurel.databaseUrl });
  await client.connect();
  await client.query('insert into program_versions (program_id, version, settings) values ($1, 2, $2)', [programId, SETTINGS]);
  await client.query('update programs set version = 2 where id = $1', [programId]);
  await client.end();
  laurel.app.services.programs.forget(programId);
});
// Stopping verifies every stored state against its entries.
afterAll(() => laurel.stop());

test('Tiers 7: a tier set of the first version lives on, and is edited', async () => {
  // given
  await enroll(shop, 'old');
  await buy(shop, 'old', '120', '2020-05-01T00:00:00Z');
  expect(await standing(shop, 'old')).toMatchObject({
    tier: { name: 'Silver' },
    evaluatesAt: '2021-01-01T00:00:00.000Z',
    graceUntil: null,
  });

  // when: it gets a tier between, a grace and another landing
  const { updateTierSet } = await shop.run(api.UpdateTierSetDocument, {
    input: {
      id: globalId('tierSet', SET),
      grace: 'P1M',
      downgrade: 'ONE_DOWN',
      tiers: [
        { id: globalId('tier', BASIC), name: 'Basic', threshold: '0' },
        { name: 'Bronze', threshold: '50' },
        { id: globalId('tier', SILVER), name: 'Silver', threshold: '100' },
      ],
    },
  });
  expect(updateTierSet?.errors).toEqual([]);
  await advance(laurel, shop, '2021-02-01T00:00:00Z');

  // then
  expect(await moves(shop, 'old')).toEqual([
    '2020-05-01T00:00:00.000Z Basic > Silver UPGRADED',
    '2021-01-01T00:00:00.000Z Silver > Silver GRACE_BEGAN',
    '2021-02-01T00:00:00.000Z Silver > Bronze GRACE_ENDED',
  ]);
});
