import type { ProgramSettings } from '../programs/settings.js';

/** Something of the programme that asks who is in a segment. */
export interface SegmentUser {
  /** For people, like: the promotion "Double Tuesday". */
  readonly what: string;
  readonly segments: readonly string[];
}

/** Everything of a programme that asks about segments. Who adds a kind of thing that does, adds it here. */
export const segmentUsers = ({ earningRules, promotions = [], rewards = [] }: ProgramSettings): SegmentUser[] => [
  ...earningRules.flatMap(({ name, conditions }) => asking(`the earning rule "${name}"`, conditions?.segments)),
  // One that is over for good asks nothing more.
  ...promotions.flatMap(({ name, status, conditions }) =>
    status === 'ARCHIVED' ? [] : asking(`the promotion "${name}"`, conditions?.segments),
  ),
  ...rewards.flatMap(({ name, isArchived, segments }) =>
    isArchived || segments.length === 0 ? [] : asking(`the reward "${name}"`, segments),
  ),
];

const asking = (what: string, segments: readonly string[] | undefined): SegmentUser[] => (segments ? [{ what, segments }] : []);

const ASKED = new WeakMap<ProgramSettings, readonly string[]>();

/** The segments that anything asks about, in the order of the settings. */
export function askedSegments(settings: ProgramSettings): readonly string[] {
  let asked = ASKED.get(settings);
  if (!asked) {
    const used = new Set(segmentUsers(settings).flatMap(({ segments }) => segments));
    asked = (settings.segments ?? []).flatMap(({ id }) => (used.has(id) ? [id] : []));
    ASKED.set(settings, asked);
  }
  return asked;
}
