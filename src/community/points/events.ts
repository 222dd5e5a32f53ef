import type { Program } from '../../programs/program.js';

/** The events that the community records for members, by the deeds that they stand for. */
export const COMMUNITY_EVENTS = {
  /** Opened a thread. */
  thread: 'community.thread',
  /** Wrote in a thread of somebody's. */
  post: 'community.post',
  /** Wrote what was accepted as an answer. */
  answer: 'community.answer_accepted',
  /** Wrote what somebody reacted to. */
  like: 'community.like_received',
} as const;
export type CommunityEvent = (typeof COMMUNITY_EVENTS)[keyof typeof COMMUNITY_EVENTS];

/** Whether anything of a programme goes by an event of that name: a rule, a measure of tiers, points that wait for it or last longer by it. */
export const isOfUse = ({ settings }: Program, event: CommunityEvent): boolean =>
  settings.earningRules.some((rule) => rule.isActive && 'event' in rule && rule.event === event) ||
  settings.tierSets.some(({ measures }) =>
    measures.some((each) => each.measure === 'ACTIVITIES' && each.of !== null && 'event' in each.of && each.of.event === event),
  ) ||
  settings.pointCurrencies.some(
    ({ activation, expiry }) =>
      (activation?.mode === 'ON_EVENT' && activation.event === event) || (expiry.mode === 'SLIDING' && expiry.extendedBy.includes(event)),
  );
