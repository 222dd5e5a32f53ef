import type { Context } from '../context.js';
import { type Connection, type ConnectionArgs, connection, keysetPage } from '../graphql/connection.js';
import { forbidden } from '../graphql/errors.js';
import { isUuid } from '../graphql/global-id.js';
import { userError } from '../graphql/user-error.types.js';
import type { SharedKey } from '../journal/core/shared-counters.js';
import { SharedCounters } from '../journal/core/shared-counters.js';
import { shardOf } from '../journal/shard.js';
import type { Row } from '../journal/transaction.js';
import type { MemberRef } from '../members/member.types.js';
import { resolveMember } from '../members/member-lookup.js';
import { refuseUnlessActive } from '../members/status.js';
import type { Program } from '../programs/program.js';
import { askedSegmentsOf } from '../segments/membership.js';
import { codesKey, drawnKey } from '../vouchers/pool.js';
import { missing, obstaclesTo, priceFor, type Wish } from './obstacles.js';
import { RewardOffer } from './offer.types.js';
import { isWithin, type RewardSettings, stockKey } from './reward.js';
import { pointsPrices, rewardType } from './reward.types.js';

const ACTIVITIES_MAX = 200;

// What was in the last activities, each word once a purchase: the categories and the products.
const READ_BOUGHT = `select word, count(*)::int as times from (
    select j.number, j.data from journal j
    where j.shard = $1 and j.stream_id = $2 and j.program_id = $3 and j.kind = 'ACTIVITY_RECORDED'
    order by j.number desc limit ${ACTIVITIES_MAX}
  ) j
  cross join lateral (
    select distinct word from json_array_elements(coalesce(j.data -> 'input' -> 'items', '[]'::json)) item
    cross join lateral (values (item ->> 'category'), (item ->> 'sku')) w(word) where word is not null
  ) w group by word`;

/** The catalogue, as it is or as it is for a member. A fixed number of statements, however many rewards there are. */
export async function listOffers(
  context: Context,
  args: ConnectionArgs,
  ref: MemberRef | null,
  category: string | null,
): Promise<Connection<RewardOffer>> {
  const page = keysetPage(args, isUuid);
  const program = await context.program();
  const member = ref && (await memberOf(context, ref));
  const now = program.now();
  const shown = (program.settings.rewards ?? []).filter(
    (reward) =>
      !reward.isArchived && (category === null || reward.categories.includes(category)) && (!ref || isWithin(reward.visible, now)),
  );
  const offers =
    member === null ? (ref ? [] : shown).map((reward) => bare(reward, program)) : await offersTo(context, member, shown, program);
  return pageOf(offers, page);
}

async function memberOf(context: Context, ref: MemberRef): Promise<string | null> {
  const { actor } = context;
  if (!actor?.scopes.has('members:read') && !actor?.memberId) throw forbidden('members:read');
  return resolveMember(context, ref);
}

const bare = (reward: RewardSettings, { settings }: Program): RewardOffer =>
  Object.assign(new RewardOffer(), {
    ...{ canRedeem: null, obstacles: [], price: [], missing: [], affinity: 0 },
    reward: rewardType(reward, settings),
  });

async function offersTo(context: Context, member: string, rewards: readonly RewardSettings[], program: Program): Promise<RewardOffer[]> {
  const [view, bought, shared, segments] = await Promise.all([
    context.members.present.load(member),
    boughtBy(context, member),
    countersOf(context, rewards),
    askedSegmentsOf(context, program, [member]),
  ]);
  if (!view) return [];
  const { settings } = program;
  const wish: Wish = { program, state: view.state, at: view.at, shared, segments: segments?.get(member) ?? [] };
  const inactive = refuseUnlessActive(view.state);
  const offers = rewards.map((reward) => {
    const obstacles = [...(inactive ? [inactive] : []), ...obstaclesTo(reward, wish)];
    const lacking = missing(reward, wish).map(({ currency, available, required }) => ({ currency, amount: required - available }));
    return Object.assign(new RewardOffer(), {
      reward: rewardType(reward, settings),
      canRedeem: obstacles.length === 0,
      obstacles: obstacles.map(userError),
      price: pointsPrices(priceFor(reward, wish)?.parts ?? [], settings),
      missing: pointsPrices(lacking, settings),
      affinity: Math.max(0, ...reward.categories.map((each) => bought.get(each) ?? 0)),
    });
  });
  // Stable: of equal ones, the one that was made first.
  return offers.sort((a, b) => b.affinity - a.affinity);
}

/** In how many of the last activities each category and each product was. */
async function boughtBy({ reads, programId }: Context, member: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await reads.query<Row>(READ_BOUGHT, [shardOf(programId, member), member, programId]);
  return new Map(rows.map(({ word, times }) => [word as string, Number(times)]));
}

/** What is used of all stocks and pools, in one statement. */
async function countersOf({ sharedUse }: Context, rewards: readonly RewardSettings[]): Promise<SharedCounters> {
  const keys = rewards.flatMap(({ id, voucher }): SharedKey[] => [
    stockKey(id),
    ...(voucher && 'pool' in voucher ? [codesKey(voucher.pool), drawnKey(voucher.pool)] : []),
  ]);
  const used = await Promise.all(keys.map((key) => sharedUse.load(key)));
  return SharedCounters.UNREAD.withRead(keys.map((key, i) => ({ ...key, used: used[i] as number })));
}

/** A page of offers that are all at hand; a cursor is the reward's UUID. */
function pageOf(offers: readonly RewardOffer[], page: ReturnType<typeof keysetPage>): Connection<RewardOffer> {
  const idOf = ({ reward }: RewardOffer) => reward.settings.id;
  const indexOf = (id: string | null) => offers.findIndex((offer) => idOf(offer) === id);
  const from = page.after === null ? 0 : indexOf(page.after) + 1;
  const to = page.before === null ? offers.length : Math.max(0, indexOf(page.before));
  const within = offers.slice(from, to);
  const rows = page.isForward ? within.slice(0, page.limit) : within.toReversed().slice(0, page.limit);
  return connection(page, rows, idOf, (offer) => offer);
}
