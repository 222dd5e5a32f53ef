import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../random.js';
import { during, type FeedCase, judge, lengthMs, openStage } from '../case.js';
import { Device, WAYS } from '../device.js';
import { anySubject } from '../subject.js';

const BYSTANDERS = 8;
const OF_EACH_KIND = 6;
/** As docs/feed.md has it. */
const WITHIN_MS = 1_000;

const KEY = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id } secret errors { code } } }';
const REVOKE = 'mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { errors { code } } }';
const TOKEN = 'mutation ($member: MemberRef!) { createMemberToken(input: { member: $member }) { token } }';
const ERASE = 'mutation ($member: MemberRef!) { eraseMember(input: { member: $member }) { errors { code } } }';
const BUY = 'mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { errors { code } } }';

interface Candidate {
  readonly device: Device;
  readonly lockOut: () => Promise<unknown>;
}

/** Keys are revoked and expire, and members are erased, on one process, while who has them is told of a load by the other. */
export const lockedOut: FeedCase = {
  name: 'locked-out',
  async run(run) {
    const stage = await openStage(run, 'locked_out', { processes: 2 });
    const random = Random.of(run.seed, -1);
    const program = await stage.program(run);
    const { api } = program;
    const url = () => stage.url(1);
    const bystanders = program.audience(random, BYSTANDERS, url);
    const device = (name: string, i: number, secret: string, subjects: Device['options']['subjects']) =>
      new Device({ name, way: WAYS[i % WAYS.length] as Device['options']['way'], url, secret, programId: program.uuid, subjects });
    const subjects = () => [{ shows: 'journal' as const, member: null, kinds: null }, anySubject(random, program.members)];
    const newKey = async (expiresAt?: string) => {
      const input = { name: 'k', scopes: ['members:read'], ...(expiresAt && { expiresAt }) };
      const { createApiKey } = await api.run<{ createApiKey: { apiKey: { id: string }; secret: string } }>(KEY, { input });
      return { id: createApiKey.apiKey.id, secret: createApiKey.secret };
    };
    const candidates: Candidate[] = [];
    for (let i = 0; i < OF_EACH_KIND; i += 1) {
      const { id, secret } = await newKey();
      candidates.push({ device: device(`revoked ${i}`, i, secret, subjects()), lockOut: () => api.run(REVOKE, { id }) });
      const member = await program.enrol(`leaver-${i}`);
      const { createMemberToken } = await api.run<{ createMemberToken: { token: string } }>(TOKEN, {
        member: { externalId: member.externalId },
      });
      const own = (['balance', 'journal'] as const).map((shows) => ({ shows, member, kinds: null }));
      candidates.push({
        device: device(`erased ${i}`, i, createMemberToken.token, own),
        lockOut: () => api.run(ERASE, { member: { externalId: member.externalId } }),
      });
    }
    const expireAt = Date.now() + lengthMs(run, 16);
    const expiring: Device[] = [];
    for (let i = 0; i < OF_EACH_KIND; i += 1) {
      const { secret } = await newKey(new Date(expireAt).toISOString());
      expiring.push(device(`expired ${i}`, i, secret, subjects()));
    }
    const leaving = [...candidates.map((each) => each.device), ...expiring];
    for (const each of leaving) each.start();
    for (const each of expiring) lock(each, expireAt);

    let isOver = false;
    let bought = 0;
    /** So that something happens to those who leave, too; they may be gone. */
    const buy = async () => {
      while (!isOver) {
        const input = {
          member: { externalId: `leaver-${bought % OF_EACH_KIND}` },
          idempotencyKey: `leaver ${(bought += 1)}`,
          purchase: { amount: '7' },
        };
        await api.ask(BUY, { input });
      }
    };
    await during(run, [program], bystanders, async () => {
      const buying = buy();
      const pause = () => sleep(random.int(100, Math.max(200, lengthMs(run, 24) / candidates.length / 2)));
      await sleep(1_500);
      for (const { device: each, lockOut } of candidates) {
        await pause();
        await lockOut();
        lock(each, Date.now());
      }
      await sleep(Math.max(2_000, expireAt + 2_000 - Date.now()));
      isOver = true;
      await buying;
    });
    const { problems, figure } = ended(leaving);
    return judge({ stage, programs: [program], devices: [...bystanders, ...leaving], problems, figures: [figure] });
  },
};

function lock({ evidence }: Device, at: number): void {
  for (const each of evidence) each.lockedOutAt = at;
}

/** Whether each was sent away in time, and after how long. */
function ended(devices: readonly Device[]): { problems: string[]; figure: string } {
  const waits = devices.map(({ refusedAt, evidence }) => (refusedAt ?? Number.POSITIVE_INFINITY) - (evidence[0]?.lockedOutAt ?? 0));
  const problems = devices.flatMap(({ options }, i) =>
    (waits[i] as number) > WITHIN_MS ? [`${options.name} (${options.way}) was sent away after ${waits[i]} ms`] : [],
  );
  return { problems, figure: `${devices.length} locked out, sent away within ${Math.max(...waits)} ms of the answer` };
}
