import * as api from './generated.js';
import { type Caller, newKey, type TestLaurel } from './laurel.js';

/** Bronze from 100, Silver from 200, Gold from 300, by spend. */
export const BRONZE_TO_GOLD = [
  { name: 'Basic', threshold: '0' },
  { name: 'Bronze', threshold: '100' },
  { name: 'Silver', threshold: '200' },
  { name: 'Gold', threshold: '300' },
];

export async function createTierSet(caller: Caller, input: Partial<api.CreateTierSetInput> = {}) {
  const { createTierSet } = await caller.run(api.CreateTierSetDocument, {
    input: { name: 'Status', measure: input.measures ? null : 'SPEND', tiers: BRONZE_TO_GOLD, ...input },
  });
  if (!createTierSet?.tierSet) throw new Error(JSON.stringify(createTierSet?.errors));
  return createTierSet.tierSet;
}

/** The member's standing in the only tier set, or in the one of that name. */
export async function standing(caller: Caller, externalId: string, tierSet?: string) {
  const { member } = await caller.run(api.StandingsDocument, { ref: { externalId } });
  const found = member?.standings.find((each) => !tierSet || each.tierSet.name === tierSet);
  if (!found) throw new Error('no standing');
  return found;
}

export async function tierEntries(caller: Caller, externalId: string) {
  const { member } = await caller.run(api.TierEntriesDocument, { ref: { externalId } });
  return member?.journal.nodes ?? [];
}

/** When, from, to, why: of each entry about tiers. */
export async function moves(caller: Caller, externalId: string): Promise<string[]> {
  return (await tierEntries(caller, externalId)).map((entry) =>
    entry.__typename === 'TierEntry' ? `${entry.effectiveAt} ${entry.fromTierName} > ${entry.toTierName} ${entry.tierReason}` : '',
  );
}

/** Moves the clock and waits until everything due is posted. */
export async function advance(laurel: TestLaurel, caller: Caller, to: string): Promise<void> {
  const { advanceClock } = await caller.run(api.AdvanceClockDocument, { input: { to } });
  if (advanceClock?.errors.length !== 0) throw new Error(JSON.stringify(advanceClock?.errors));
  await laurel.app.sweeper.finished();
}

export async function happen(caller: Caller, externalId: string, name: string, effectiveAt?: string) {
  const { recordActivity } = await caller.run(api.RecordActivityDocument, {
    input: { member: { externalId }, idempotencyKey: newKey(), event: { name }, ...(effectiveAt && { effectiveAt }) },
  });
  if (!recordActivity) throw new Error('no payload');
  return recordActivity;
}
