import { Refused } from '../../graphql/attempt.js';
import { isStorable } from '../../graphql/stored-text.js';
import { invalid } from '../../graphql/user-error.types.js';
import { skeleton } from '../text/normalise.js';
import { asciiHost } from '../text/targets.js';
import {
  type CommunityPolicy,
  LINK_RULES_MAX,
  type LinkAction,
  type LinkRule,
  WORD_RULES_MAX,
  type WordAction,
  type WordRule,
} from './policy.js';
import type { TrustLevel, TrustThreshold, TrustThresholds } from './trust.js';

const WORD_MAX = 100;
const COUNT_MAX = 1_000_000;

/** Changes as they are sent; what is left out stays. */
export interface PolicyChanges {
  readonly wordRules?: readonly { readonly text: string; readonly action: WordAction }[] | null;
  readonly linkRules?: readonly { readonly host: string; readonly action: LinkAction }[] | null;
  readonly otherLinks?: LinkAction | null;
  readonly flagsToHide?: number | null;
  readonly newMembers?: { readonly postsPerHour?: number | null; readonly linksPerPost?: number | null } | null;
  readonly trust?: readonly ({ readonly level: TrustLevel } & { readonly [K in keyof TrustThreshold]?: number | null })[] | null;
}

/** The policy with changes. @throws Refused */
export function changedPolicy(before: CommunityPolicy, changes: PolicyChanges): CommunityPolicy {
  const { flagsToHide, newMembers } = changes;
  requireCount(flagsToHide, 1, 'flagsToHide');
  requireCount(newMembers?.postsPerHour, 1, 'newMembers', 'postsPerHour');
  requireCount(newMembers?.linksPerPost, 0, 'newMembers', 'linksPerPost');
  return {
    wordRules: changes.wordRules ? wordRulesOf(changes.wordRules) : before.wordRules,
    linkRules: changes.linkRules ? linkRulesOf(changes.linkRules) : before.linkRules,
    otherLinks: changes.otherLinks ?? before.otherLinks,
    flagsToHide: flagsToHide === undefined ? before.flagsToHide : flagsToHide,
    newMembers: { ...before.newMembers, ...given(newMembers ?? {}) },
    trust: (changes.trust ?? []).reduce(withThreshold, before.trust),
  };
}

function wordRulesOf(rules: readonly WordRule[]): WordRule[] {
  const isWord = (text: string) => text.length <= WORD_MAX && isStorable(text) && /[\p{L}\p{N}]/u.test(skeleton(text));
  if (rules.length > WORD_RULES_MAX || !rules.every(({ text }) => isWord(text)) || hasTwice(rules.map(({ text }) => text)))
    throw new Refused(
      invalid(
        `There are at most ${WORD_RULES_MAX} words, each once, of 1 to ${WORD_MAX} characters with a letter or a digit.`,
        'wordRules',
      ),
    );
  return rules.map(({ text, action }) => ({ text, action }));
}

function linkRulesOf(rules: readonly LinkRule[]): LinkRule[] {
  const hosts = rules.map(({ host }) => asciiHost(host.trim().replace(/^\*?\.(?=.)/u, '')));
  if (rules.length > LINK_RULES_MAX || hosts.includes(null) || hasTwice(hosts))
    throw new Refused(invalid(`There are at most ${LINK_RULES_MAX} hosts like example.com, each once.`, 'linkRules'));
  return rules.map(({ action }, index) => ({ host: hosts[index] as string, action }));
}

function withThreshold(before: TrustThresholds, { level, ...changes }: NonNullable<PolicyChanges['trust']>[number]): TrustThresholds {
  if (level === 'NEW') throw new Refused(invalid('NEW asks for nothing.', 'trust', 'level'));
  for (const [name, value] of Object.entries(changes)) requireCount(value, 0, 'trust', name);
  const { upheldFlagsMax, ...counts } = changes;
  const changed = Object.fromEntries(Object.entries(counts).filter(([, value]) => value != null));
  const most = upheldFlagsMax === undefined ? {} : { upheldFlagsMax };
  return { ...before, [level]: { ...before[level], ...changed, ...most } };
}

function requireCount(value: number | null | undefined, min: number, ...path: string[]): void {
  if (value != null && (value < min || value > COUNT_MAX))
    throw new Refused(invalid(`${path.at(-1)} is ${min} to ${COUNT_MAX}, or null.`, ...path));
}

const given = <T extends object>(changes: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
const hasTwice = (all: readonly unknown[]): boolean => new Set(all).size < all.length;
