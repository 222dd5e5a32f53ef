import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from './api.js';
import type { Call, Deed } from './deed.js';
import type { Recorder } from './evidence.js';

/** Nobody waits longer than this for an outcome; what is unknown then is a finding. */
const PATIENCE_MS = 90_000;
const PAUSE_MS_MAX = 250;

const LOOK_UP = `query Outcome($member: MemberRef!, $key: String!) {
  commandOutcome(member: $member, idempotencyKey: $key) { entry { number } error { code } }
}`;
const READ = 'query Read($ref: MemberRef!) { member(ref: $ref) { wallets { active pointCurrency { code } } } }';

/** Does deeds one after the other, as a partner's system should: what has no known outcome is sent again under the same key. */
export async function runClient(api: Api, recorder: Recorder, deeds: Iterator<Deed>): Promise<void> {
  for (let next = deeds.next(); !next.done; next = deeds.next()) {
    for (const step of next.value.steps) await Promise.all(step.map((call) => settle(api, recorder, call)));
    for (const member of next.value.reads) await read(api, recorder, member);
  }
}

async function settle(api: Api, recorder: Recorder, call: Call): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  const variables = call.variables();
  if (variables === null) return;
  for (let tries = 1; ; tries += 1) {
    const records = recorder.sent(call);
    const sentAt = recorder.tick();
    const reply = await api.ask(call.query, variables);
    const at = recorder.tick();
    if ('odd' in reply) {
      recorder.oddities.push(`${call.commands[0]?.kind} ${call.commands[0]?.key}: ${reply.odd}`);
      return;
    }
    if ('data' in reply) {
      let isSettled = true;
      call.told(reply.data).forEach((told, i) => {
        const record = records[i];
        if (record && !(told.what === 'refused' && told.code === 'RETRY_LATER')) recorder.told(record, { sentAt, at, told });
        else isSettled = false;
      });
      if (isSettled) return;
    }
    recorder.unknown += 1;
    if (performance.now() > giveUpAt) return;
    await sleep(Math.min(PAUSE_MS_MAX, 10 * 2 ** tries));
    // Every other time the outcome is asked for first: what it says has to stay true.
    if (tries % 2 === 1) await lookUp(api, recorder, call);
  }
}

async function lookUp(api: Api, recorder: Recorder, { commands: [first] }: Call): Promise<void> {
  if (!first || first.key === null) return;
  const reply = await api.ask(LOOK_UP, { member: { externalId: first.member }, key: first.key });
  if (!('data' in reply)) return;
  const { commandOutcome } = reply.data as { commandOutcome: { entry: { number: number } | null } | null };
  recorder.lookedUp(first, commandOutcome?.entry?.number ?? null);
}

async function read(api: Api, recorder: Recorder, member: string): Promise<void> {
  const sentAt = recorder.tick();
  const reply = await api.ask(READ, { ref: { externalId: member } });
  if (!('data' in reply)) return;
  const { member: found } = reply.data as { member: { wallets: { active: number; pointCurrency: { code: string } }[] } | null };
  if (!found) {
    recorder.oddities.push(`member ${member} was enrolled and is not found`);
    return;
  }
  const balances = Object.fromEntries(found.wallets.map(({ active, pointCurrency }) => [pointCurrency.code, active]));
  recorder.reads.push({ member, sentAt, at: recorder.tick(), balances });
}
