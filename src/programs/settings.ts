import type { CategorySettings } from '../community/category.js';
import type { CommunityPolicy } from '../community/moderation/policy.js';
import type { ActivationPolicy } from '../earning/activation.js';
import type { CapSettings } from '../earning/cap.js';
import type { EarningRuleSettings } from '../earning/kinds/kinds.js';
import type { ReturnPolicy } from '../earning/return-policy.js';
import type { AdjustmentPolicy } from '../points/adjustment-policy.js';
import type { ConversionSettings } from '../points/convert-points.js';
import type { TransferPolicy } from '../points/transfer-policy.js';
import type { PromotionSettings, StackingSettings } from '../promotions/promotion.js';
import type { RewardSettings } from '../rewards/reward.js';
import type { SegmentSettings } from '../segments/segment.js';
import type { SupportPolicy } from '../support/support-policy.js';
import { type StoredTierSet, tierSetOf } from '../tiers/stored-tier-set.js';
import type { TierSetSettings } from '../tiers/tier-set.js';
import type { VoucherPoolSettings } from '../vouchers/pool.js';
import type { CalendarUnit } from './calendar.js';

/** When points of a currency lose their value. */
export type ExpiryPolicy =
  | { readonly mode: 'NEVER' }
  | { readonly mode: 'AFTER_PERIOD'; readonly period: string; readonly roundUpTo: CalendarUnit | null }
  /** At the end of the next of these local days, like 03-31 and 09-30. */
  | { readonly mode: 'ON_DATES'; readonly dates: readonly string[] }
  /** All points of the member together, some time after the last activity of one of these kinds: PURCHASE, or the name of an event. */
  | { readonly mode: 'SLIDING'; readonly period: string; readonly roundUpTo: CalendarUnit | null; readonly extendedBy: readonly string[] };

export interface PointCurrencySettings {
  readonly id: string;
  /** The partner's short name, unique within the programme: POINTS, MILES. */
  readonly code: string;
  readonly name: string;
  readonly isSpendable: boolean;
  readonly isQualifying: boolean;
  readonly expiry: ExpiryPolicy;
  /** At once when left out. */
  readonly activation?: ActivationPolicy;
}

/** Everything a marketer sets: one document, replaced as a whole, kept in every version. */
export interface ProgramSettings {
  readonly name: string;
  /** IANA zone in which days, months and years of this programme begin. */
  readonly timeZone: string;
  /** ISO 4217 code of the money that purchases are counted in. */
  readonly currencyCode: string;
  readonly pointCurrencies: readonly PointCurrencySettings[];
  readonly tierSets: readonly TierSetSettings[];
  readonly earningRules: readonly EarningRuleSettings[];
  /** How much a member, or all together, can earn; no limit when left out. */
  readonly caps?: readonly CapSettings[];
  /** Rates between point currencies; none when left out. */
  readonly conversions?: readonly ConversionSettings[];
  /** Whether members may give each other points; not, when left out. */
  readonly transfers?: TransferPolicy;
  /** How much may be adjusted by hand; no limit when left out. */
  readonly adjustments?: AdjustmentPolicy;
  /** What becomes of the points of returned purchases; a usual policy when left out. */
  readonly returns?: ReturnPolicy;
  /** Rules that raise what base rules give; none when left out. */
  readonly promotions?: readonly PromotionSettings[];
  /** Which of several promotions apply; all when left out. */
  readonly promotionStacking?: StackingSettings;
  /** Members of whom a condition is true; none when left out. */
  readonly segments?: readonly SegmentSettings[];
  /** What points buy; nothing when left out. */
  readonly rewards?: readonly RewardSettings[];
  /** Stocks of voucher codes; none when left out. */
  readonly voucherPools?: readonly VoucherPoolSettings[];
  /** Business hours, and what members who ask for help are promised; a usual policy when left out. */
  readonly support?: SupportPolicy;
  /** Parts of the community, in their order; none when left out. */
  readonly categories?: readonly CategorySettings[];
  /** What holds in the community; what was never set is as usual. */
  readonly community?: Partial<CommunityPolicy>;
}

/** The document as some version of Laurel wrote it. */
export type StoredSettings = Omit<ProgramSettings, 'tierSets'> & { readonly tierSets: readonly StoredTierSet[] };

/** A document of any version, as it is understood today. */
export const settingsOf = (stored: StoredSettings): ProgramSettings => ({ ...stored, tierSets: stored.tierSets.map(tierSetOf) });
