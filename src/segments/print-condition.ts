import { globalId } from '../graphql/global-id.js';
import { fromMinor } from '../programs/money.js';
import type { ProgramSettings } from '../programs/settings.js';
import type { Range, SegmentCondition } from './segment.js';

type Json = Readonly<Record<string, unknown>>;

/** The condition as `createSegment` would take it. */
export function printCondition(condition: SegmentCondition, settings: ProgramSettings): Json {
  switch (condition.kind) {
    case 'ALL':
      return { all: condition.of.map((each) => printCondition(each, settings)) };
    case 'ANY':
      return { any: condition.of.map((each) => printCondition(each, settings)) };
    case 'NOT':
      return { not: printCondition(condition.of, settings) };
    case 'PROFILE': {
      const { field, oneOf, isPresent } = condition;
      return { profile: oneOf ? { field, oneOf } : { field, isPresent } };
    }
    case 'ATTRIBUTE': {
      const { name, test } = condition;
      const [first] = 'oneOf' in test ? test.oneOf : [];
      return { attribute: { name, ...(typeof first === 'boolean' ? { isTrue: first } : given(test)) } };
    }
    case 'ENROLLED': {
      const { from, before, last } = condition;
      const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
      return { enrolled: given({ from: instant(from), before: instant(before), ...last }) };
    }
    case 'SPEND': {
      const { atLeast, atMost } = condition.range;
      const text = (minor: number | null) => (minor === null ? null : fromMinor(minor, settings.currencyCode));
      return { spend: given({ atLeast: text(atLeast), atMost: text(atMost), days: condition.days }) };
    }
    case 'PURCHASES':
      return { purchases: given({ ...condition.range, days: condition.days }) };
    case 'LAST_PURCHASE':
      return { lastPurchase: given(condition.last) };
    case 'LAST_REDEMPTION':
      return { lastRedemption: given(condition.last) };
    case 'BALANCE':
      return { balance: balance(condition.currency, condition.range, settings) };
    case 'TIER': {
      const { tierSet, atLeast, oneOf } = condition;
      const tier = (id: string) => globalId('tier', id);
      return { tier: { tierSet: globalId('tierSet', tierSet), ...given({ atLeast: atLeast && tier(atLeast), oneOf: oneOf?.map(tier) }) } };
    }
  }
}

const balance = (currency: string, range: Range, { pointCurrencies }: ProgramSettings): Json => ({
  currencyCode: pointCurrencies.find(({ id }) => id === currency)?.code ?? currency,
  ...given(range),
});

/** What is not null. */
const given = (fields: object): Json => Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
