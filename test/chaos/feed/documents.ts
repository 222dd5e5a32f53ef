import type { Shows } from './evidence.js';

const CHANGES = 'changes { currencyCode amount balanceAfter }';
const ENTRY = 'id streamId number kind postedAt';
const SIGNALS = '... on StreamItem { cursor } ... on StreamReset { reason } ... on StreamBookmark { number }';

/** A subscription for everything that there is to follow. They take `$member`, `$kinds` and `$after`. */
export const DOCUMENTS: Readonly<Record<Shows, string>> = {
  balance: `subscription Balance($member: MemberRef!, $after: String) { balanceChanged(member: $member, after: $after) {
    __typename ${SIGNALS}
    ... on BalanceSnapshot { number wallets { active pointCurrency { code } } }
    ... on BalanceChange { number follows ${CHANGES} entry { ${ENTRY} ${CHANGES} } } } }`,
  tier: `subscription Tier($member: MemberRef!, $after: String) { tierChanged(member: $member, after: $after) {
    __typename ${SIGNALS}
    ... on TierSnapshot { number standings { tierSet { id } tier { name } } }
    ... on TierChange { number follows entry { ${ENTRY} toTierName } } } }`,
  journal: `subscription Journal($member: MemberRef, $kinds: [JournalEntryKind!], $after: String) {
    journal(filter: { member: $member, kinds: $kinds }, after: $after) {
    __typename ${SIGNALS}
    ... on JournalSnapshot { number }
    ... on JournalChange { number follows entry { ${ENTRY} ${CHANGES} } } } }`,
};
