import { load } from '../load.js';
import { steadily } from '../steady.js';
import { answerParent, type LaurelAddress } from './protocol.js';

export type CallerAsk =
  /** So many purchases a second, sent when they are due, whatever was answered. Answered with how many. */
  | {
      readonly do: 'steady';
      readonly address: LaurelAddress;
      readonly perSecond: number;
      readonly seconds: number;
      readonly topics: number;
    }
  /** As many purchases as `connections` callers get answered. Answered with how many, and how many a second. */
  | {
      readonly do: 'press';
      readonly address: LaurelAddress;
      readonly connections: number;
      readonly seconds: number;
      readonly topics: number;
    };

const BUY = `mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { entry { changes { balanceAfter } } errors { code } } }`;
let sent = 0;

/** One mutation with one purchase, of one member after the other. */
function purchase(topics: number): string {
  sent += 1;
  const input = {
    member: { externalId: `m${sent % topics}` },
    idempotencyKey: `bench-${process.pid}-${sent}`,
    purchase: { amount: '12.34' },
  };
  return JSON.stringify({ query: BUY, variables: { input } });
}

answerParent(async (ask: CallerAsk) => {
  const { address, seconds, topics } = ask;
  const before = sent;
  if (ask.do === 'steady') {
    const end = performance.now() + seconds * 1_000;
    const kind = { name: 'purchases', body: () => purchase(topics) };
    await steadily({ url: address.api, secret: address.secret }, ask.perSecond, [kind], () => performance.now() >= end);
    return { count: sent - before };
  }
  const perSecond = await load(address.api, address.secret, ask.connections, seconds, () => purchase(topics));
  return { count: sent - before, perSecond };
});
process.send?.({ result: null });
