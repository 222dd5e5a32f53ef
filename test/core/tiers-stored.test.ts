import { describe, expect, test } from '@jest/globals';
import type { Entry } from '../../src/journal/core/entry.js';
import { LotBook } from '../../src/journal/core/lots.js';
import { evolve, NO_STREAM, type StreamState } from '../../src/journal/core/state.js';
import { stateJson, storedState } from '../../src/journal/stored-state.js';
import type { StoredSettings } from '../../src/programs/settings.js';
import { LadderMember, ladder, settingsWith } from '../support/ladder-member.js';

/** Written by the first version, word for word. */
const SETTINGS = `{"name":"Old","timeZone":"UTC","currencyCode":"EUR","pointCurrencies":[
  {"id":"stars","code":"STARS","name":"Stars","isSpendable":true,"isQualifying":true,"expiry":{"mode":"NEVER"}}],
  "tierSets":[{"id":"status","name":"Status","qualifiesBy":{"measure":"SPEND"},"tiers":[
    {"id":"basic","name":"Basic","threshold":0},{"id":"silver","name":"Silver","threshold":6000},{"id":"gold","name":"Gold","threshold":18000}]},
   {"id":"club","name":"Club","qualifiesBy":{"measure":"POINTS","currency":"stars"},"tiers":[{"id":"first","name":"First","threshold":0}]}],
  "earningRules":[]}`;
const ENTRIES = `[
  {"number":1,"kind":"MEMBER_ENROLLED","effectiveAt":1700438400000,"data":{"by":"key","settings":1,"input":{"profile":"digest"}}},
  {"number":2,"kind":"ACTIVITY_RECORDED","effectiveAt":1700524800000,"data":{"by":"key","settings":1,
    "input":{"type":"PURCHASE","externalId":null,"amount":7000,"currencyCode":"EUR","items":[]},
    "standings":[{"tierSet":"status","tier":"basic","since":1700438400000,"until":null,"window":1672531200000,"progress":7000,"added":7000}]}},
  {"number":3,"kind":"TIER_CHANGED","effectiveAt":1700524800000,"data":{"by":"key","settings":1,
    "because":{"tierSet":"status","from":"basic","to":"silver","reason":"UPGRADED"},
    "standings":[{"tierSet":"status","tier":"silver","since":1700524800000,"until":1704067200000,"window":1672531200000,"progress":7000,"added":0}]}}]`;
const STATE = `{"enrolledAt":1700438400000,"wallets":{},"standings":{"status":{"tier":"silver","since":1700524800000,"until":1704067200000,"window":1672531200000,"progress":7000}}}`;
const ROW = { number: 3, status: 'ACTIVE', settled_at: 1700524800000, next_due_at: 1704067200000, state: STATE };

const entries = JSON.parse(ENTRIES) as Entry[];
const settings = JSON.parse(SETTINGS) as StoredSettings;

describe('what the first version wrote', () => {
  test('entries lead to the state that it stored', () => {
    const state = entries.reduce<StreamState>(evolve, NO_STREAM);

    expect(JSON.parse(stateJson(state))).toEqual(JSON.parse(STATE));
    expect(state.nextDueAt).toBe(ROW.next_due_at);
  });

  test('a stored state goes on as it would have then', () => {
    // given
    const member = new LadderMember('2023-11-20', settings);
    member.state = storedState(ROW, LotBook.EMPTY);

    // when
    member.buy(110_00, '2023-12-01');
    member.buy(60_00, '2024-01-01');

    // then
    expect(member.moves()).toEqual([
      '2023-12-01 silver > gold UPGRADED',
      '2024-01-01 gold > basic PERIOD_ENDED',
      '2024-01-01 basic > silver UPGRADED',
    ]);
    expect(member.standing).toEqual({
      tier: 'silver',
      since: Date.UTC(2024, 0, 1),
      until: Date.UTC(2025, 0, 1),
      window: Date.UTC(2024, 0, 1),
      progress: 60_00,
    });
  });

  test('a ladder of one measure and year leaves entries and states of the same shape today', () => {
    const member = new LadderMember('2023-11-20', settings);
    member.buy(70_00, '2023-11-21');

    expect(Object.keys(member.standing).sort()).toEqual(['progress', 'since', 'tier', 'until', 'window']);
    expect(member.entries.at(-1)?.data.standings).toEqual(entries.at(-1)?.data.standings);
  });

  test('settings are understood, and written as today from the next version on', () => {
    const { program } = new LadderMember('2023-11-20', settings);

    expect(program.settings.tierSets[0]).toEqual({
      ...ladder(),
      tiers: [
        { id: 'basic', name: 'Basic', thresholds: [0], atLeast: null, multiplier: null, isRetired: false },
        { id: 'silver', name: 'Silver', thresholds: [60_00], atLeast: null, multiplier: null, isRetired: false },
        { id: 'gold', name: 'Gold', thresholds: [180_00], atLeast: null, multiplier: null, isRetired: false },
      ],
    });
    expect(program.settings.tierSets[1]?.measures).toEqual([{ measure: 'POINTS', currency: 'stars' }]);
  });

  test('a tier of then goes on under rules of today', () => {
    // given: silver of 2023, with a soft landing and a grace from now on
    const member = new LadderMember('2023-11-20', settings);
    member.state = storedState(ROW, LotBook.EMPTY);
    const [set] = member.program.settings.tierSets;
    if (!set) throw new Error('no tier set');
    member.program = new LadderMember('2023-11-20', settingsWith([{ ...set, downgrade: 'ONE_DOWN', grace: 'P1M' }])).program;

    // when
    member.sweep('2024-02-01');

    // then
    expect(member.moves()).toEqual(['2024-01-01 silver > silver GRACE_BEGAN', '2024-02-01 silver > basic GRACE_ENDED']);
  });
});
