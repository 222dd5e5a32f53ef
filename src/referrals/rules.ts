import { isInForce } from '../earning/gifts.js';
import type { ReferralSettings } from '../earning/kinds/referral.js';
import type { Instant } from '../journal/core/entry.js';
import type { Program } from '../programs/program.js';

/** A referral rule by its UUID; undefined: there is none any more. */
export const referralRule = ({ settings }: Program, id: string): ReferralSettings | undefined =>
  settings.earningRules.find((rule): rule is ReferralSettings => rule.id === id && rule.kind === 'REFERRAL');

/** The rule that a referral which begins at an instant goes by: the first that is in force then. */
export const ruleInForce = ({ settings }: Program, at: Instant): ReferralSettings | undefined =>
  settings.earningRules.find((rule): rule is ReferralSettings => rule.kind === 'REFERRAL' && isInForce(rule, at));
