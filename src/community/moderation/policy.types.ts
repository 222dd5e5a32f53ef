import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Cost } from '../../graphql/cost-declaration.js';
import { Payload } from '../../graphql/payload.types.js';
import { ReadableWithParent } from '../../graphql/policy.js';
import { type CommunityPolicy, LINK_RULES_MAX, WORD_RULES_MAX } from './policy.js';
import { TrustLevelType } from './restriction.types.js';

export enum WordActionType {
  REFUSE = 'REFUSE',
  HOLD = 'HOLD',
}
registerEnumType(WordActionType, {
  name: 'WordAction',
  description: 'What becomes of a text with a word that a rule names.',
  valuesConfig: {
    REFUSE: { description: 'It is not written.' },
    HOLD: { description: 'It waits in the queue until moderators show it; a title or a name that is changed is refused.' },
  },
});

export enum LinkActionType {
  ALLOW = 'ALLOW',
  REFUSE = 'REFUSE',
  HOLD = 'HOLD',
}
registerEnumType(LinkActionType, {
  name: 'LinkAction',
  description: 'What becomes of a text with a link.',
  valuesConfig: {
    ALLOW: { description: 'Nothing. Where a rule says so, the link is not counted for limits of new members either.' },
    REFUSE: { description: 'It is not written.' },
    HOLD: { description: 'It waits in the queue until moderators show it.' },
  },
});

@ObjectType('WordRule', { description: 'A word that texts, titles, handles and display names should not have.' })
@ReadableWithParent()
@Cost({ listSize: 20 })
export class WordRuleType {
  @Field(() => String, {
    description:
      'A whole word or a phrase: found in any case, with look-alikes of other alphabets, digits for letters, invisible characters and spaces between letters.',
  })
  text!: string;
  @Field(() => WordActionType, { description: 'What becomes of a text that has it.' })
  action!: WordActionType;
}

@ObjectType('LinkRule', { description: 'What becomes of texts with links to a host.' })
@ReadableWithParent()
@Cost({ listSize: 20 })
export class LinkRuleType {
  @Field(() => String, { description: 'A host, with everything below it. The rule with the longest host that fits counts.' })
  host!: string;
  @Field(() => LinkActionType, { description: 'What becomes of a text that links there.' })
  action!: LinkActionType;
}

@ObjectType('NewMemberLimits', { description: 'Limits for members of the level NEW.' })
@ReadableWithParent()
export class NewMemberLimitsType {
  @Field(() => Int, {
    nullable: true,
    description: 'Posts and threads in any 60 minutes, those that were deleted included; null: no limit.',
  })
  postsPerHour!: number | null;
  @Field(() => Int, { nullable: true, description: 'Links in one post; null: no limit.' })
  linksPerPost!: number | null;
}

@ObjectType('TrustThreshold', { description: 'What a level of trust asks for, beside what those below it ask for.' })
@ReadableWithParent()
@Cost({ listSize: 3 })
export class TrustThresholdType {
  @Field(() => TrustLevelType, { description: 'The level.' })
  level!: TrustLevelType;
  @Field(() => Int, { description: 'At least so many posts that are neither hidden nor deleted.' })
  posts!: number;
  @Field(() => Int, { description: 'At least so many reactions of others.' })
  likesReceived!: number;
  @Field(() => Int, { description: 'At least so many accepted answers.' })
  answersAccepted!: number;
  @Field(() => Int, { description: 'At least so many days of 24 hours since they took part for the first time.' })
  days!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'At most so many flags on their posts that moderators found right; null: however many.',
  })
  upheldFlagsMax!: number | null;
}

@ObjectType('CommunityPolicy', { description: 'What holds in the community, beside what is its categories’.' })
@ReadableWithParent()
export class CommunityPolicyType {
  @Field(() => [WordRuleType], { description: `At most ${WORD_RULES_MAX}.` })
  wordRules!: readonly WordRuleType[];
  @Field(() => [LinkRuleType], { description: `At most ${LINK_RULES_MAX}.` })
  linkRules!: readonly LinkRuleType[];
  @Field(() => LinkActionType, { description: 'What becomes of texts with links to hosts that no rule names.' })
  otherLinks!: LinkActionType;
  @Field(() => Int, {
    nullable: true,
    description: 'Open flags of so many trusted members hide a post until somebody looks; null: they never do.',
  })
  flagsToHide!: number | null;
  @Field(() => NewMemberLimitsType, { description: 'Limits for members of the level NEW.' })
  newMembers!: NewMemberLimitsType;
  @Field(() => [TrustThresholdType], { description: 'What each level of trust asks for: BASIC, MEMBER, REGULAR.' })
  trust!: TrustThresholdType[];
}

export const communityPolicyType = ({ trust, newMembers, wordRules, linkRules, ...policy }: CommunityPolicy): CommunityPolicyType =>
  Object.assign(new CommunityPolicyType(), {
    ...policy,
    wordRules: wordRules.map((rule) => Object.assign(new WordRuleType(), rule)),
    linkRules: linkRules.map((rule) => Object.assign(new LinkRuleType(), rule)),
    newMembers: Object.assign(new NewMemberLimitsType(), newMembers),
    trust: Object.entries(trust).map(([level, threshold]) => Object.assign(new TrustThresholdType(), threshold, { level })),
  });

@InputType({ description: 'A word that texts should not have.' })
export class WordRuleInput {
  @Field(() => String, { description: 'A word or a phrase of 1 to 100 characters, among them a letter or a digit; each once.' })
  text!: string;
  @Field(() => WordActionType, { description: 'What becomes of a text that has it.' })
  action!: WordActionType;
}

@InputType({ description: 'What becomes of texts with links to a host.' })
export class LinkRuleInput {
  @Field(() => String, { description: 'A host like example.com, with everything below it; each once.' })
  host!: string;
  @Field(() => LinkActionType, { description: 'What becomes of a text that links there.' })
  action!: LinkActionType;
}

@InputType({ description: 'Limits for new members. What is left out stays.' })
export class NewMemberLimitsInput {
  @Field(() => Int, { nullable: true, description: 'Posts and threads in any 60 minutes, 1 or more; null: no limit.' })
  postsPerHour?: number | null;
  @Field(() => Int, { nullable: true, description: 'Links in one post, 0 or more; null: no limit.' })
  linksPerPost?: number | null;
}

@InputType({ description: 'What a level of trust asks for. What is left out stays.' })
export class TrustThresholdInput {
  @Field(() => TrustLevelType, { description: 'The level; NEW asks for nothing and cannot be set.' })
  level!: TrustLevelType;
  @Field(() => Int, { nullable: true, description: 'At least so many posts.' })
  posts?: number | null;
  @Field(() => Int, { nullable: true, description: 'At least so many reactions of others.' })
  likesReceived?: number | null;
  @Field(() => Int, { nullable: true, description: 'At least so many accepted answers.' })
  answersAccepted?: number | null;
  @Field(() => Int, { nullable: true, description: 'At least so many days.' })
  days?: number | null;
  @Field(() => Int, { nullable: true, description: 'At most so many flags that were right; null: however many.' })
  upheldFlagsMax?: number | null;
}

@InputType({ description: 'Changes to what holds in the community. What is left out stays.' })
export class UpdateCommunityPolicyInput {
  @Field(() => [WordRuleInput], { nullable: true, description: `Replaces all; at most ${WORD_RULES_MAX}.` })
  wordRules?: WordRuleInput[] | null;
  @Field(() => [LinkRuleInput], { nullable: true, description: `Replaces all; at most ${LINK_RULES_MAX}.` })
  linkRules?: LinkRuleInput[] | null;
  @Field(() => LinkActionType, { nullable: true, description: 'What becomes of texts with links to hosts that no rule names.' })
  otherLinks?: LinkActionType | null;
  @Field(() => Int, { nullable: true, description: 'How many flags of trusted members hide a post, 1 or more; null: they never do.' })
  flagsToHide?: number | null;
  @Field(() => NewMemberLimitsInput, { nullable: true, description: 'Limits for members of the level NEW.' })
  newMembers?: NewMemberLimitsInput | null;
  @Field(() => [TrustThresholdInput], { nullable: true, description: 'What levels of trust ask for; those that are left out stay.' })
  trust?: TrustThresholdInput[] | null;
}

@ObjectType({ implements: Payload, description: 'What holds in the community after the command.' })
@ReadableWithParent()
export class CommunityPolicyPayload extends Payload {
  @Field(() => CommunityPolicyType, { nullable: true, description: 'The policy; null when nothing was done.' })
  communityPolicy!: CommunityPolicyType | null;
}
