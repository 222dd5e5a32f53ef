import type { ProgramSettings } from '../../programs/settings.js';
import type { TrustThresholds } from './trust.js';

export const WORD_RULES_MAX = 500;
export const LINK_RULES_MAX = 500;

/** What becomes of a text that a rule applies to. HOLD: it waits until moderators looked at it. */
export type WordAction = 'REFUSE' | 'HOLD';
export type LinkAction = 'ALLOW' | 'REFUSE' | 'HOLD';

export interface WordRule {
  /** A word or a phrase, in any case and however it is disguised. */
  readonly text: string;
  readonly action: WordAction;
}

export interface LinkRule {
  /** With everything below it. */
  readonly host: string;
  readonly action: LinkAction;
}

/** What holds in the community, beside what is its categories'. */
export interface CommunityPolicy {
  readonly wordRules: readonly WordRule[];
  /** Of several that fit, the one with the longest host counts. */
  readonly linkRules: readonly LinkRule[];
  /** What becomes of texts with links to hosts that no rule names. */
  readonly otherLinks: LinkAction;
  /** A post with open flags of so many trusted members is hidden until somebody looks; null: never. */
  readonly flagsToHide: number | null;
  /** null: no limit. */
  readonly newMembers: { readonly postsPerHour: number | null; readonly linksPerPost: number | null };
  readonly trust: TrustThresholds;
}

const USUAL: CommunityPolicy = {
  wordRules: [],
  linkRules: [],
  otherLinks: 'ALLOW',
  flagsToHide: 3,
  newMembers: { postsPerHour: null, linksPerPost: 2 },
  trust: {
    BASIC: { posts: 3, likesReceived: 0, answersAccepted: 0, days: 1, upheldFlagsMax: 5 },
    MEMBER: { posts: 20, likesReceived: 10, answersAccepted: 0, days: 15, upheldFlagsMax: 5 },
    REGULAR: { posts: 100, likesReceived: 50, answersAccepted: 3, days: 60, upheldFlagsMax: 5 },
  },
};

/** The policy in force: what was never set is as usual. */
export const communityPolicyOf = ({ community }: ProgramSettings): CommunityPolicy => ({ ...USUAL, ...community });
