import type { MemberView } from '../members/member-loaders.js';
import type { Program } from '../programs/program.js';
import type { ProgramSettings } from '../programs/settings.js';
import { hasTier } from '../tiers/tier-set.js';

export const CATEGORIES_MAX = 100;

/** A part of the community that threads are in. Categories stand in the settings in the order in which they are shown. */
export interface CategorySettings {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Only for members who stand in this tier, or in one above it in its set; null: for all. */
  readonly tier: string | null;
  /** Only callers with community:moderate open threads in it. */
  readonly isForAnnouncements: boolean;
  /** Nothing is written in it any more, and no list shows it. */
  readonly isArchived: boolean;
}

/** A category of a programme by UUID; undefined where it has none, or no UUID is given. */
export const categoryOf = ({ categories }: ProgramSettings, uuid: unknown): CategorySettings | undefined =>
  categories?.find(({ id }) => id === uuid);

/** Whether a member may see what is in a category. */
export const isOpenTo = ({ tier }: CategorySettings, { state }: MemberView, { settings }: Program): boolean =>
  tier === null || hasTier(settings.tierSets, state.standings, tier);
