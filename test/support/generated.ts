/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A bonus, and perhaps a badge, for reaching a target. It counts from the rule on. What is returned does not count; a bonus that was given is not given again for what replaces it. */
export type AchievementInput = {
  /** Name of the badge; at most 100 characters. */
  badge?: string | null | undefined;
  /** Name of the event, for ACTIVITIES; purchases when left out. */
  event?: string | null | undefined;
  /** What counts. */
  measure: AchievementMeasure;
  /** In which time; EVER when left out. */
  period?: AchievementPeriod | null | undefined;
  /** Points each time; 0 where there is a badge: that alone. */
  points: string;
  /** How often; ONCE when left out. */
  recurrence?: AchievementRecurrence | null | undefined;
  /** How much is needed, above 0: money of the programme's currency, or a whole number of activities. */
  target: string;
};

/** What counts towards an achievement. */
export type AchievementMeasure =
  /** How many purchases, or events of one name. */
  | 'ACTIVITIES'
  /** Money of purchases. */
  | 'SPEND';

/** The time in which the target must be reached, in the programme's zone. Each begins at nothing. */
export type AchievementPeriod =
  /** A local day. */
  | 'DAY'
  /** All time. */
  | 'EVER'
  /** A calendar month. */
  | 'MONTH'
  /** A week from Monday. */
  | 'WEEK'
  /** A calendar year. */
  | 'YEAR';

/** How often an achievement can be had. */
export type AchievementRecurrence =
  /** Each time that the target is reached; what is over begins the next run. */
  | 'ALWAYS'
  /** Once in each period. */
  | 'EACH_PERIOD'
  /** Once for ever. */
  | 'ONCE';

/** When earned points become spendable. */
export type ActivationMode =
  /** A period after they were earned; they are pending until then. */
  | 'AFTER_PERIOD'
  /** At once. */
  | 'IMMEDIATE'
  /** At the beginning of a local day; those earned later at once. */
  | 'ON_DATE'
  /** When a named event follows; cancelled by themselves if it does not come in time. */
  | 'ON_EVENT';

/** When earned points become spendable. */
export type ActivationPolicyInput = {
  /** ISO 8601 duration after which they are cancelled; required for ON_EVENT. */
  cancelAfter?: string | null | undefined;
  /** A local day, like 2026-12-24; required for ON_DATE. */
  date?: string | null | undefined;
  /** Name of the event, at most 100 characters; required for ON_EVENT. */
  event?: string | null | undefined;
  /** What they wait for. */
  mode: ActivationMode;
  /** ISO 8601 duration, like P14D; required for AFTER_PERIOD. */
  period?: string | null | undefined;
  /** Wait for the end of this unit; leave out for none. */
  roundUpTo?: CalendarUnit | null | undefined;
};

/** One line of a purchase. */
export type ActivityItemInput = {
  /** What the line cost in all, in the purchase's currency. */
  amount?: string | null | undefined;
  /** Brand of the product. */
  brand?: string | null | undefined;
  /** Product category. */
  category?: string | null | undefined;
  /** Name for people. */
  name?: string | null | undefined;
  /** How many, at least 1. */
  quantity: number;
  /** Stock keeping unit. */
  sku?: string | null | undefined;
};

/** Points to give or take by hand. */
export type AdjustPointsInput = {
  /** Positive: given; negative: taken. Not 0. Counts to no tier. */
  amount: number;
  /** Code of the point currency; may be left out when there is only one. */
  currencyCode?: string | null | undefined;
  /** When it counts; now when left out. Needs the scope backdate. */
  effectiveAt?: string | null | undefined;
  /** Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
  /** Whose points. */
  member: MemberRef;
  /** More about why; kept in the journal, so no personal data. At most 255 characters. */
  note?: string | null | undefined;
  /** Why. */
  reason: AdjustmentReason;
};

/** Why points were given or taken by hand. */
export type AdjustmentReason =
  /** To put right a mistake. */
  | 'CORRECTION'
  /** Taken after fraud. */
  | 'FRAUD'
  /** To make up for something. */
  | 'GOODWILL'
  /** Brought over from another system. */
  | 'MIGRATION'
  /** None of the others; say it in the note. */
  | 'OTHER';

/** Moves the test clock. */
export type AdvanceClockInput = {
  /** The instant that shall count as now. Not before the present one. */
  to: string;
};

/** What an attribute of an event must be. */
export type AttributeConditionInput = {
  /** Name of the attribute, as recordActivity sends it. */
  name: string;
  /** How it is compared; IS when left out. */
  operator?: AttributeOperator | null | undefined;
  /** With what; for AT_LEAST and AT_MOST one number. */
  values: Array<string>;
};

/** How an attribute of an event is compared. */
export type AttributeOperator =
  /** It is a number, and not below the one value. */
  | 'AT_LEAST'
  /** It is a number, and not above the one value. */
  | 'AT_MOST'
  /** It is one of the values, written as text: "red", "3", "true". */
  | 'IS'
  /** It is none of the values, or was not sent. */
  | 'IS_NOT';

/** A unit of the calendar in the programme's zone. */
export type CalendarUnit =
  /** To the end of the day. */
  | 'DAY'
  /** To the end of the month. */
  | 'MONTH'
  /** To the end of the quarter. */
  | 'QUARTER'
  /** To the end of the year. */
  | 'YEAR';

/** A purchase that is taken back as a whole, or what is left of it. */
export type CancelPurchaseInput = {
  /** When it counts; now when left out. Needs the scope backdate. */
  effectiveAt?: string | null | undefined;
  /** Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
  /** The purchase: act_… */
  purchase: string;
};

/** A hold to spend from. */
export type CaptureHoldInput = {
  /** How many points to spend, at most what is left; all that is left when left out. */
  amount?: number | null | undefined;
  /** The hold. */
  hold: string;
  /** Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
  /** Whether the rest goes back now; true when left out. false keeps it set aside for another capture. */
  isFinal?: boolean | null | undefined;
};

/** Points that a full card gives. */
export type CardPointsInput = {
  /** How many for each card; from 1 to 1,000,000. */
  amount: number;
  /** Code of their currency; another one than that of the stamps. */
  currencyCode: string;
};

/** Money back: a point is a minor unit of the programme's money. Exactly one of percent and amount is given. The rule's rounding says what becomes of parts of a cent. */
export type CashbackInput = {
  /** Money in the programme's currency for each purchase; above 0. */
  amount?: string | null | undefined;
  /** Part of each purchase in percent: above 0, at most 100. */
  percent?: string | null | undefined;
};

/** A tier given by hand that shall end now. */
export type ClearTierInput = {
  /** When it counts; now when left out. Needs the scope backdate. */
  effectiveAt?: string | null | undefined;
  /** Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
  /** Whose. */
  member: MemberRef;
  /** More about why; kept in the journal, so no personal data. At most 255 characters. */
  note?: string | null | undefined;
  /** Why. */
  reason: ManualTierReason;
  /** Id or name of the tier set; may be left out when there is only one. */
  tierSet?: string | null | undefined;
};

/** When something applies: all of it must hold. What is left out asks nothing. Lists take at most 500 items. */
export type ConditionsInput = {
  /** Attributes of the event; all of them. */
  attributes?: Array<AttributeConditionInput> | null | undefined;
  /** Only lines of one of these brands count. */
  brands?: Array<string> | null | undefined;
  /** Only lines in one of these categories count. */
  categories?: Array<string> | null | undefined;
  /** Channels of the activity; any of them. */
  channels?: Array<string> | null | undefined;
  /** Lines of these brands do not count. */
  excludedBrands?: Array<string> | null | undefined;
  /** Lines in these categories do not count. */
  excludedCategories?: Array<string> | null | undefined;
  /** Not in these channels. */
  excludedChannels?: Array<string> | null | undefined;
  /** Lines with these stock keeping units do not count. */
  excludedSkus?: Array<string> | null | undefined;
  /** Not in these stores. */
  excludedStores?: Array<string> | null | undefined;
  /** The purchase, or those of its lines that count, came to this at least. */
  minAmount?: string | null | undefined;
  /** Ids of segments: the member is in one of them. */
  segments?: Array<string> | null | undefined;
  /** Products: only lines with one of these stock keeping units count. */
  skus?: Array<string> | null | undefined;
  /** Stores of the activity; any of them. */
  stores?: Array<string> | null | undefined;
  /** Ids of tiers: the member has one of them, or a higher one of its set. */
  tiers?: Array<string> | null | undefined;
  /** In one of these times of the day, in the programme's zone. */
  timesOfDay?: Array<TimeOfDayInput> | null | undefined;
  /** On one of these days of the week in the programme's zone, from 1, Monday, to 7, Sunday. */
  weekdays?: Array<number> | null | undefined;
};

/** Points to convert. */
export type ConvertPointsInput = {
  /** At most so many points are converted, in whole steps; what is left over stays. All that are active when left out. */
  amount?: number | null | undefined;
  /** The conversion. */
  conversion: string;
  /** Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
  /** Whose points. */
  member: MemberRef;
};

/** A new API key. */
export type CreateApiKeyInput = {
  /** When it ends by itself; never when left out. */
  expiresAt?: string | null | undefined;
  /** Name for people, like "point of sale"; at most 255 characters. */
  name: string;
  /** What it may do; not more than the caller may. */
  scopes: Array<string>;
};

/** A new cap; at most 50 a programme. */
export type CreateEarningCapInput = {
  /** Code of the point currency; may be left out when there is only one. */
  currencyCode?: string | null | undefined;
  /** How many points; 0 stops earning. */
  max: number;
  /** Name for people; at most 255 characters. */
  name: string;
  /** What it counts over. */
  period: EarningCapPeriod;
  /** Counts the points of this rule alone; those of all rules together when left out. */
  ruleId?: string | null | undefined;
  /** Whose points it counts; MEMBER when left out. PROGRAM needs a period other than ACTIVITY. */
  scope?: EarningCapScope | null | undefined;
};

/** A new earning rule. Exactly one kind is given. */
export type CreateEarningRuleInput = {
  /** Kind: a bonus for reaching a target. */
  achievement?: AchievementInput | null | undefined;
  /** Kind: money back. */
  cashback?: CashbackInput | null | undefined;
  /** When it counts, beyond what its kind says; always when left out. */
  conditions?: ConditionsInput | null | undefined;
  /** Code of the point currency; may be left out when there is only one. */
  currencyCode?: string | null | undefined;
  /** Kind: fixed points for a named event. */
  fixedPoints?: FixedPointsInput | null | undefined;
  /** Name for people; it appears in explanations. */
  name: string;
  /** Kind: a bonus for the first or the n-th time. */
  nthTime?: NthTimeInput | null | undefined;
  /** Kind: points for each unit of a product. */
  pointsPerItem?: PointsPerItemInput | null | undefined;
  /** Kind: points per spend. */
  pointsPerSpend?: PointsPerSpendInput | null | undefined;
  /** Kind: points for both sides of a referral. */
  referral?: ReferralInput | null | undefined;
  /** DOWN when left out. */
  rounding?: RoundingMode | null | undefined;
  /** Kind: a punch card. */
  stampCard?: StampCardInput | null | undefined;
  /** Kind: a bonus for days or weeks in a row. */
  streak?: StreakInput | null | undefined;
  /** Counts for activities from this instant on. */
  validFrom?: string | null | undefined;
  /** Counts for activities before this instant. */
  validTo?: string | null | undefined;
};

/** A household to make. */
export type CreateHouseholdInput = {
  /** What it is called, 1 to 255 characters. Deleted with the household. */
  name: string;
  /** Its first member, who becomes its owner. */
  owner: MemberRef;
  /** From whom it takes the points that it spends; IN_PROPORTION when left out. */
  spending?: HouseholdSpending | null | undefined;
};

/** An OpenID Connect provider. Its tokens must have exp, at most 24 hours ahead, and sub. */
export type CreateIdentityProviderInput = {
  /** Signature algorithms that are taken: RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA. RS256 and ES256 when left out. */
  algorithms?: Array<string> | null | undefined;
  /** What the claim aud of its tokens contains. A pair of issuer and audience belongs to one programme. */
  audience: string;
  /** What the claim iss of its tokens says, to the letter. */
  issuer: string;
  /** Where its public keys are (JWKS): an https URL at a public address. */
  jwksUrl: string;
  /** Claim that carries the member's externalId; sub when left out. Not for staff. */
  memberClaim?: string | null | undefined;
  /** Name for people; at most 255 characters. */
  name: string;
  /** Whose tokens they are. */
  signsIn: SignsIn;
  /** What the header typ of its tokens says: "at+jwt" (RFC 9068) when left out. */
  tokenType?: string | null | undefined;
};

/** Whom a token shall speak for, and how long. */
export type CreateMemberTokenInput = {
  /** How long it works, in seconds: 60 to 3600; 900 (15 minutes) when left out. */
  expiresInSeconds?: number | null | undefined;
  /** The member, whom you have signed in. */
  member: MemberRef;
};

/** A new rate; at most 20 a programme. */
export type CreatePointConversionInput = {
  /** Code of the currency that is given; it must be spendable. */
  fromCurrencyCode: string;
  /** Points that a step gives; above 0. */
  gives: number;
  /** Name for people; at most 255 characters. */
  name: string;
  /** Points of a step; above 0. */
  step: number;
  /** Code of the currency that is got; another one. */
  toCurrencyCode: string;
};

/** A new kind of points. */
export type CreatePointCurrencyInput = {
  /** When earned points become spendable; at once when left out. */
  activation?: ActivationPolicyInput | null | undefined;
  /** 1 to 16 letters A-Z, digits and _, like POINTS. It cannot be changed later. */
  code: string;
  /** When its points expire; never, when left out. */
  expiry?: ExpiryPolicyInput | null | undefined;
  /** Counts for tier sets that qualify by it; false when left out. */
  isQualifying?: boolean | null | undefined;
  /** Can be spent; true when left out. */
  isSpendable?: boolean | null | undefined;
  /** Name for people. */
  name: string;
};

/** A new programme. */
export type CreateProgramInput = {
  /** Its first admin, named "First admin" when left out. */
  admin?: FirstAdminInput | null | undefined;
  /** ISO 4217 code of its money, like USD. It cannot be changed later. */
  currencyCode: string;
  /** Name for people. */
  name: string;
  /** Starts on a test clock at this instant; on the real clock when left out. */
  testClockAt?: string | null | undefined;
  /** IANA zone, like Europe/Berlin; UTC when left out. It cannot be changed later. */
  timeZone?: string | null | undefined;
};

/** A new member of staff. */
export type CreateStaffInput = {
  /** E-mail address, unique among the staff; needed to sign in through an identity provider. */
  email?: string | null | undefined;
  /** Name for people; at most 255 characters. */
  name: string;
  /** What the person may do. */
  role: StaffRole;
};

/** A new status ladder. */
export type CreateTierSetInput = {
  /** With measure: the code of the qualifying point currency; required for POINTS. */
  currencyCode?: string | null | undefined;
  /** Where a member goes who has not requalified; BY_BALANCE when left out. */
  downgrade?: TierDowngrade | null | undefined;
  /** How long after its period a tier is kept, as ISO 8601 duration of less than a year, like P3M; none when left out. What is gathered in grace counts to the window that ended, too: reaching the tier then keeps it at once. */
  grace?: string | null | undefined;
  /** How long a tier lasts; to the end of the present period when left out. Reaching the same tier again in a later window keeps it at the end of its period, for as long as that window gives it. */
  lasts?: TierDurationInput | null | undefined;
  /** What counts, where it is one measure. Else give measures. */
  measure?: QualificationMeasure | null | undefined;
  /** What counts, in the order of the thresholds; at most 5. */
  measures?: Array<TierMeasureInput> | null | undefined;
  /** Name for people. */
  name: string;
  /** From the first to the highest, at most 50. */
  tiers: Array<TierInput>;
  /** When a tier that was reached begins; IMMEDIATE when left out. */
  upgrades?: TierUpgradeTiming | null | undefined;
  /** Over which time it counts; the calendar year when left out. */
  window?: QualificationWindowInput | null | undefined;
};

/** A new webhook endpoint. */
export type CreateWebhookEndpointInput = {
  /** For people, at most 255 characters. */
  description?: string | null | undefined;
  /** Which entries; all when left out. */
  filter?: WebhookFilterInput | null | undefined;
  /** Where to send, at most 2,048 characters: https, any port, no user name or password. Its host must be at a public address; that is checked again at every connection. */
  url: string;
};

/** A cap that shall no longer count. */
export type DeleteEarningCapInput = {
  /** The cap. */
  id: string;
};

/** A rule to take away. */
export type DeleteEarningRuleInput = {
  /** Id of the rule. */
  id: string;
};

/** An identity provider whose tokens shall no longer be taken. */
export type DeleteIdentityProviderInput = {
  /** Id of the identity provider. */
  id: string;
};

/** A rate that shall no longer be used. */
export type DeletePointConversionInput = {
  /** The conversion. */
  id: string;
};

/** A webhook endpoint that shall be gone, with everything that waits for it. */
export type DeleteWebhookEndpointInput = {
  /** Id of the endpoint. */
  id: string;
};

/** What becomes of points that a returned purchase earned. */
export type EarnedReturnPolicy =
  /** They are taken back; what is not there becomes debt, which later earnings repay first. */
  | 'ALLOW_DEBT'
  /** The member keeps them. */
  | 'KEEP'
  /** Those that are still pending are taken back. */
  | 'PENDING_ONLY'
  /** They are taken back as far as the active points go; the rest is let go. */
  | 'WITHIN_BALANCE';

/** What a cap counts over, in the programme's zone. */
export type EarningCapPeriod =
  /** One activity. One that would earn more is refused as a whole. */
  | 'ACTIVITY'
  /** A day. */
  | 'DAY'
  /** The member's whole life, or the programme's. */
  | 'EVER'
  /** A calendar month. */
  | 'MONTH'
  /** A week, from Monday (ISO 8601). */
  | 'WEEK'
  /** A calendar year. */
  | 'YEAR';

/** Whose points a cap counts. */
export type EarningCapScope =
  /** Each member has the whole of it. */
  | 'MEMBER'
  /** All members of the programme share it. With EVER it is a budget. */
  | 'PROGRAM';

/** An activity whose points wait. */
export type EndPendingInput = {
  /** The activity: act_… */
  activity: string;
  /** Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
};

/** A member to enrol. Nothing is required; an externalId makes later calls easier. */
export type EnrollMemberInput = {
  /** Anything else, at most 16 KB. */
  attributes?: Record<string, unknown> | null | undefined;
  /** Date of birth, like 1990-05-31. It is deleted with the profile; a rule for `birthday` goes by it. */
  birthDate?: string | null | undefined;
  /** E-mail address, unique in the programme. */
  email?: string | null | undefined;
  /** When the membership began; now when left out. Needs the scope backdate. */
  enrolledAt?: string | null | undefined;
  /** The partner's own key, unique in the programme, for good. */
  externalId?: string | null | undefined;
  /** Family name. */
  familyName?: string | null | undefined;
  /** Given name. */
  givenName?: string | null | undefined;
  /** Referral code of the member who referred this one, in any case. One that is none refuses the enrolment. */
  referralCode?: string | null | undefined;
};

/** Members to enrol. */
export type EnrollMembersInput = {
  /** At most 500. */
  members: Array<EnrollMemberInput>;
};

/** A member whose personal data shall be erased. */
export type EraseMemberInput = {
  /** Who. */
  member: MemberRef;
};

/** A named event: a review, a visit, anything. */
export type EventInput = {
  /** What else is known of it; at most 4 KB, and no personal data: it is kept for ever. */
  attributes?: Record<string, unknown> | null | undefined;
  /** Name that earning rules go by, at most 100 characters. */
  name: string;
  /** externalId of the activity that the event is about: its points that wait for this event become spendable. All that wait when left out. */
  refersTo?: string | null | undefined;
};

/** How the expiry of points is set. */
export type ExpiryMode =
  /** Points expire a period after they became active. */
  | 'AFTER_PERIOD'
  /** Points do not expire. */
  | 'NEVER'
  /** Points expire at the end of the next of certain days of the year. */
  | 'ON_DATES'
  /** All points of a member expire together, a period after the last activity of certain kinds. */
  | 'SLIDING';

/** When points of a currency lose their value. */
export type ExpiryPolicyInput = {
  /** Local days of the year, like 03-31, at most 12; required for ON_DATES. */
  dates?: Array<string> | null | undefined;
  /** Kinds of activity that put the expiry off: PURCHASE, or the name of an event, at most 20; PURCHASE when left out. For SLIDING. */
  extendedBy?: Array<string> | null | undefined;
  /** How the expiry is set. */
  mode: ExpiryMode;
  /** ISO 8601 duration, like P365D or P12M; required for AFTER_PERIOD and SLIDING. */
  period?: string | null | undefined;
  /** Wait for the end of this unit; leave out for none. */
  roundUpTo?: CalendarUnit | null | undefined;
};

/** A member whose data shall be handed out. */
export type ExportMemberInput = {
  /** Cursor of the page before; the first page when left out. */
  after?: string | null | undefined;
  /** Who. */
  member: MemberRef;
};

/** The first admin of a programme. */
export type FirstAdminInput = {
  /** E-mail address; needed to sign in through an identity provider. */
  email?: string | null | undefined;
  /** Name for people; at most 255 characters. */
  name: string;
};

/** The same points each time a named event happens. */
export type FixedPointsInput = {
  /** Name of the event, as recordActivity sends it. Laurel itself records `joining`, `birthday` and `anniversary` where a rule goes by them. */
  event: string;
  /** Points each time; above 0. */
  points: string;
};

/** Points to set aside. */
export type HoldPointsInput = {
  /** How many; above 0. All or nothing. */
  amount: number;
  /** Code of the point currency; may be left out when there is only one. */
  currencyCode?: string | null | undefined;
  /** Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
  /** Whose points. */
  member: MemberRef;
  /** What for; kept in the journal, so no personal data. At most 255 characters. */
  reason?: string | null | undefined;
  /** When it times out by itself, in seconds from now: 1 to 2592000 (30 days); 900 (15 minutes) when left out. */
  timeoutSeconds?: number | null | undefined;
};

/** What became of a hold. */
export type HoldStatus =
  /** It was captured to its end; what was not captured went back. */
  | 'CAPTURED'
  /** It can be captured or released. */
  | 'OPEN'
  /** It was released; what was not captured before went back. */
  | 'RELEASED'
  /** Nobody ended it in time; what was not captured before went back. */
  | 'TIMED_OUT';

/** What a member may do in a household. The points of all of them can be spent. */
export type HouseholdRole =
  /** Only gives: others spend these points, too. */
  | 'CONTRIBUTOR'
  /** Spends, and answers for the household; there is always one. */
  | 'OWNER'
  /** Spends what the household has. */
  | 'SPENDER';

/** From whom a household takes the points that it spends. */
export type HouseholdSpending =
  /** From the first in order all of it, then from the next. */
  | 'IN_ORDER'
  /** From everybody, in proportion to what they have; what rounding leaves over, from the largest remainders. */
  | 'IN_PROPORTION';

/** A member to take into a household. */
export type JoinHouseholdInput = {
  /** The household. */
  household: string;
  /** Who joins; in no household yet. */
  member: MemberRef;
  /** What they may do in it; SPENDER when left out. */
  role?: HouseholdRole | null | undefined;
};

/** What happened. More kinds will be added. */
export type JournalEntryKind =
  /** A member did something, with all the points that it earned. */
  | 'ACTIVITY_RECORDED'
  /** An API key was made. */
  | 'API_KEY_CREATED'
  /** An API key was revoked. */
  | 'API_KEY_REVOKED'
  /** An API key got a new secret. */
  | 'API_KEY_ROTATED'
  /** A card was full: its stamps were taken, and what is on it was given. */
  | 'CARD_COMPLETED'
  /** The test clock was moved. */
  | 'CLOCK_ADVANCED'
  /** A spending, a capture or an adjustment was taken back, all or a part. */
  | 'ENTRY_REVERSED'
  /** Points of a hold were spent. */
  | 'HOLD_CAPTURED'
  /** Points of a hold went back, by command or because it timed out. */
  | 'HOLD_RELEASED'
  /** A member's role or place in a household changed, or how that spends. */
  | 'HOUSEHOLD_CHANGED'
  /** A member came into a household. */
  | 'HOUSEHOLD_JOINED'
  /** A member left a household. */
  | 'HOUSEHOLD_LEFT'
  /** Points were taken for what another member of the household spent. */
  | 'HOUSEHOLD_POINTS_GIVEN'
  /** A member spent points of their household; the explanation says who gave how many. */
  | 'HOUSEHOLD_POINTS_SPENT'
  /** An identity provider was added. */
  | 'IDENTITY_PROVIDER_CREATED'
  /** An identity provider was taken away. */
  | 'IDENTITY_PROVIDER_DELETED'
  /** A member joined. */
  | 'MEMBER_ENROLLED'
  /** A member's personal data was erased, and the membership closed. */
  | 'MEMBER_ERASED'
  /** A member's data was handed out. */
  | 'MEMBER_EXPORTED'
  /** A member was suspended, reactivated or closed. */
  | 'MEMBER_STATUS_CHANGED'
  /** A member's profile changed; the entry holds a digest, not the profile. */
  | 'MEMBER_UPDATED'
  /** Pending points became spendable. */
  | 'POINTS_ACTIVATED'
  /** Points were given or taken by hand. */
  | 'POINTS_ADJUSTED'
  /** Pending points were taken away, or what they waited for did not come in time. */
  | 'POINTS_CANCELLED'
  /** Points of one currency became points of another. */
  | 'POINTS_CONVERTED'
  /** Points reached their expiry. */
  | 'POINTS_EXPIRED'
  /** Points were set aside. */
  | 'POINTS_HELD'
  /** Points came from another member. */
  | 'POINTS_RECEIVED'
  /** Expired points were given back. */
  | 'POINTS_REINSTATED'
  /** Points that a returned purchase was paid with went back into their lots. */
  | 'POINTS_RESTORED'
  /** Points were spent. */
  | 'POINTS_SPENT'
  /** Points were given to another member. */
  | 'POINTS_TRANSFERRED'
  /** The programme was created. */
  | 'PROGRAM_CREATED'
  /** A purchase was taken back as a whole, or what was left of it. */
  | 'PURCHASE_CANCELLED'
  /** A part of a purchase came back. */
  | 'PURCHASE_RETURNED'
  /** A referral was approved; its points became spendable. */
  | 'REFERRAL_APPROVED'
  /** A flagged referral was looked at, and goes on. */
  | 'REFERRAL_CLEARED'
  /** A referral is to be looked at; its points wait until then. */
  | 'REFERRAL_FLAGGED'
  /** The referred member did what it takes; the points are pending. */
  | 'REFERRAL_QUALIFIED'
  /** One member referred another. As all about referrals, it stands in both journals. */
  | 'REFERRAL_STARTED'
  /** A referral ended without points. */
  | 'REFERRAL_VOIDED'
  /** A new version of the settings came into force. */
  | 'SETTINGS_PUBLISHED'
  /** A member of staff was added. */
  | 'STAFF_CREATED'
  /** The role of a member of staff, or whether they can sign in, changed. */
  | 'STAFF_UPDATED'
  /** A member moved to another tier. */
  | 'TIER_CHANGED'
  /** A tier was evaluated, or given by hand, and the member kept it. */
  | 'TIER_KEPT'
  /** A webhook endpoint was made. */
  | 'WEBHOOK_ENDPOINT_CREATED'
  /** A webhook endpoint was deleted. */
  | 'WEBHOOK_ENDPOINT_DELETED'
  /** A webhook endpoint was disabled because it only failed, or asked for it. */
  | 'WEBHOOK_ENDPOINT_DISABLED'
  /** A webhook endpoint was changed. */
  | 'WEBHOOK_ENDPOINT_UPDATED'
  /** A webhook endpoint got a new secret. */
  | 'WEBHOOK_SECRET_ROTATED'
  /** The programme left its test clock for the real one. */
  | 'WENT_LIVE';

/** Which entries. All conditions must hold. */
export type JournalFilter = {
  /** Only these kinds. */
  kinds?: Array<JournalEntryKind> | null | undefined;
  /** Only of this member; of the whole programme when left out. */
  member?: MemberRef | null | undefined;
};

/** What staff decide about a referral. */
export type JudgeReferralInput = {
  /** Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
  /** Why, 1 to 255 characters; kept in the journal, so no personal data. */
  reason: string;
  /** The referral. */
  referral: string;
};

/** A member who leaves their household. */
export type LeaveHouseholdInput = {
  /** Who leaves. */
  member: MemberRef;
};

/** Why a tier was given by hand, or ended. */
export type ManualTierReason =
  /** To put right a mistake. */
  | 'CORRECTION'
  /** Changed after fraud. */
  | 'FRAUD'
  /** To make up for something. */
  | 'GOODWILL'
  /** Brought over from another system. */
  | 'MIGRATION'
  /** None of the others; say it in the note. */
  | 'OTHER'
  /** The member has such a status in another programme. */
  | 'STATUS_MATCH';

/** Which members. All conditions must hold. */
export type MemberFilter = {
  /** Only those created in Laurel at or after this instant. */
  createdFrom?: string | null | undefined;
  /** Only those created in Laurel before this instant. */
  createdTo?: string | null | undefined;
  /** Only with one of these external ids; at most 100. */
  externalIds?: Array<string> | null | undefined;
  /** Only with this status. */
  status?: MemberStatus | null | undefined;
};

/** Names one member: exactly one of the fields is given. */
export type MemberRef =
  {   /** E-mail address, in any case. */
  email: string; externalId?: never; id?: never; }
  |  { email?: never;   /** The partner's own key. */
  externalId: string; id?: never; }
  |  { email?: never; externalId?: never;   /** Laurel's id: mem_… */
  id: string; };

/** Whether a member takes part. */
export type MemberStatus =
  /** Earns and spends. */
  | 'ACTIVE'
  /** Left for good; points stay until they expire. */
  | 'CLOSED'
  /** Neither earns nor spends until reactivated; points still expire. */
  | 'SUSPENDED';

/** A day of the year. */
export type MonthDayInput = {
  /** 1 to 31; a day that the month has. 29 February is the 28th where there is none. */
  day: number;
  /** 1 to 12. */
  month: number;
};

/** A bonus for the first or the n-th purchase or event. It counts from the rule on, and what is wholly returned does not count. */
export type NthTimeInput = {
  /** Name of the event; purchases when left out. */
  event?: string | null | undefined;
  /** Every n-th time; once when left out. */
  isRepeating?: boolean | null | undefined;
  /** Which time: 1 is the first. */
  n: number;
  /** Points for that time; above 0. */
  points: string;
};

/** Points that a part of a purchase was paid with. That part earns nothing. */
export type PaidWithPointsInput = {
  /** The entry that spent them, by spendPoints or captureHold; each pays for one purchase. */
  entry: string;
  /** The money that they stood for, in the purchase's currency; not more than the purchase. */
  value: string;
};

/** Points for each unit of one product, on top of what others give. */
export type PointsPerItemInput = {
  /** Points for each unit; above 0. */
  points: string;
  /** Stock keeping unit, as recordActivity sends it; at most 255 characters. */
  sku: string;
};

/** Points for every so much money spent. */
export type PointsPerSpendInput = {
  /** Money in the programme's currency; above 0. */
  per: string;
  /** Points for each `per`; above 0. */
  points: string;
};

/** Something that a member might do. Exactly one of purchase and event is given. */
export type PreviewActivityInput = {
  /** Where it would be done, like app, web or till. */
  channel?: string | null | undefined;
  /** When it would count; now when left out. Needs the scope backdate. */
  effectiveAt?: string | null | undefined;
  /** A named event. */
  event?: EventInput | null | undefined;
  /** Your own number of it; one that was recorded already is refused, as it would be. */
  externalId?: string | null | undefined;
  /** Who would do it. */
  member: MemberRef;
  /** A purchase. */
  purchase?: PurchaseInput | null | undefined;
  /** Your own name of the store. */
  store?: string | null | undefined;
};

/** A purchase. */
export type PurchaseInput = {
  /** What it cost in all; 0 is allowed and earns nothing. */
  amount: string;
  /** ISO 4217 code; the programme's own when left out. Another one is refused with CurrencyMismatch. */
  currencyCode?: string | null | undefined;
  /** Its lines; at most 500. */
  items?: Array<ActivityItemInput> | null | undefined;
  /** Points that a part of it was paid with; nothing when left out. */
  paidWithPoints?: PaidWithPointsInput | null | undefined;
};

/** What counts towards a tier. */
export type QualificationMeasure =
  /** The number of activities: of purchases, of one named event, or of all. */
  | 'ACTIVITIES'
  /** Points earned in a qualifying currency. Spending them costs no status; points given by hand do not count. */
  | 'POINTS'
  /** Money spent, in the programme's currency. */
  | 'SPEND';

/** Over which time qualification is counted. */
export type QualificationWindowInput = {
  /** ROLLING: an ISO 8601 duration of at most 366 days, like P12M; required there. */
  period?: string | null | undefined;
  /** When the loyalty year begins; 1 January when left out. Not for ANNIVERSARY. */
  startsOn?: MonthDayInput | null | undefined;
  /** Which kind of window. */
  type: QualificationWindowType;
};

/** Over which time qualification is counted, in the programme's zone. */
export type QualificationWindowType =
  /** A year of membership, from the start of the day of enrolment, or of its anniversary. */
  | 'ANNIVERSARY'
  /** A loyalty year, which begins on startsOn. */
  | 'CALENDAR_YEAR'
  /** Since enrolment. */
  | 'LIFETIME'
  /** A period that ends with the present day, counted in whole days. */
  | 'ROLLING';

/** Activities to record. */
export type RecordActivitiesInput = {
  /** At most 500. Those of one member are recorded in list order. */
  activities: Array<RecordActivityInput>;
};

/** Something a member did. Exactly one of purchase and event is given. */
export type RecordActivityInput = {
  /** Where it was done, like app, web or till; conditions of rules go by it. At most 255 characters. */
  channel?: string | null | undefined;
  /** When it counts; now when left out. Needs the scope backdate. */
  effectiveAt?: string | null | undefined;
  /** A named event. */
  event?: EventInput | null | undefined;
  /** Your own number of it, like an order number; unique per member. */
  externalId?: string | null | undefined;
  /** Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
  /** Who did it. */
  member: MemberRef;
  /** A purchase. */
  purchase?: PurchaseInput | null | undefined;
  /** Your own name of the store it was done in; conditions of rules go by it. At most 255 characters. */
  store?: string | null | undefined;
};

/** Who was referred by whom. */
export type ReferMemberInput = {
  /** The member who was referred. */
  member: MemberRef;
  /** Referral code of the member who referred them, in any case. */
  referralCode: string;
};

/** Why a referral is flagged. More reasons may be added. */
export type ReferralFlagCode =
  /** With flagReferral. */
  | 'BY_STAFF'
  /** The referrer made more than the rule takes for usual. */
  | 'MANY_IN_A_SHORT_TIME'
  /** Another member whom the referrer referred has an e-mail address that differs by case, or by what follows a +, alone. */
  | 'SAME_MAILBOX';

/** When somebody's further referrals are flagged, to be looked at. */
export type ReferralFlaggingInput = {
  /** After so many. */
  count: number;
  /** In this time: an ISO 8601 duration of whole days or longer, like P1D. */
  period: string;
};

/** Points for a member who refers another one, and for the one who was referred, once that one does what is counted and meets the conditions. A purchase for which no money was paid does not count. */
export type ReferralInput = {
  /** Name of the event that counts; a purchase when left out. */
  event?: string | null | undefined;
  /** When somebody's further referrals are flagged; never by number when left out. */
  flagAbove?: ReferralFlaggingInput | null | undefined;
  /** How long after the enrolment it counts, as ISO 8601 duration like P30D; for ever when left out. */
  qualifyWithin?: string | null | undefined;
  /** Points for who was referred; 0 to 1,000,000. */
  refereePoints: number;
  /** Points for who referred; 0 to 1,000,000. */
  referrerPoints: number;
  /** How long the points are pending, as ISO 8601 duration like P14D; not at all when left out. */
  returnWindow?: string | null | undefined;
};

/** Where a referral stands. */
export type ReferralState =
  /** Both sides have their points, for good. */
  | 'APPROVED'
  /** Somebody must look at it, with approveReferral or voidReferral; until then no points become spendable. */
  | 'FLAGGED'
  /** The referred member did not do yet what it takes. */
  | 'IN_PROGRESS'
  /** They did; the points are pending until the return window closes. */
  | 'PENDING'
  /** It ended without points, for good. */
  | 'VOIDED';

/** Why a referral is void. More reasons may be added. */
export type ReferralVoidReason =
  /** With voidReferral. */
  | 'BY_STAFF'
  /** The referred member left, or was erased, before qualifying. */
  | 'LEFT'
  /** The referred member did not qualify in time. */
  | 'NOT_IN_TIME'
  /** So much of the purchase that qualified came back within the return window that the rest would not have done. */
  | 'RETURNED';

/** Expired points to give back. */
export type ReinstatePointsInput = {
  /** How many, above 0; all that were not reinstated yet when left out. */
  amount?: number | null | undefined;
  /** The entry that expired them: ent_… */
  entry: string;
  /** When they expire anew; as points that become active now do, when left out. */
  expiresAt?: string | null | undefined;
  /** Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
  /** Why; kept in the journal, so no personal data. At most 255 characters. */
  reason?: string | null | undefined;
};

/** A hold to give up. */
export type ReleaseHoldInput = {
  /** The hold. */
  hold: string;
  /** Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
};

/** A part of the past to send again. */
export type ReplayWebhookInput = {
  /** Programme-wide cursor that everything behind is sent of: from a payload, Query.journal without a member, or feedInfo. */
  after: string;
  /** Id of the endpoint. */
  endpoint: string;
  /** Programme-wide cursor to end with; the present when left out. */
  until?: string | null | undefined;
};

/** Deliveries to try again now, with all attempts before them. */
export type RetryWebhookDeliveriesInput = {
  /** Which, at most 100, dead or pending; all dead ones when left out. */
  deliveries?: Array<string> | null | undefined;
  /** Id of the endpoint. */
  endpoint: string;
};

/** How many points a part of a purchase carries. */
export type ReturnAttribution =
  /** What that item, in that quantity, earned. Counts for purchases recorded while this policy is in force; for others, and for returns of an amount, in proportion. */
  | 'BY_ITEM'
  /** Its share of the money. */
  | 'PROPORTIONAL';

/** A part of a purchase that comes back. Exactly one of items and amount is given. */
export type ReturnPurchaseInput = {
  /** Money that goes back, in the currency of the purchase; above 0. */
  amount?: string | null | undefined;
  /** When it counts; now when left out. Needs the scope backdate. */
  effectiveAt?: string | null | undefined;
  /** Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
  /** Lines that come back, at most 500. An item cannot come back twice. */
  items?: Array<ReturnedItemInput> | null | undefined;
  /** The purchase: act_… */
  purchase: string;
};

/** A line of a purchase that comes back. */
export type ReturnedItemInput = {
  /** Place of the line in the items of the purchase, from 0. */
  line: number;
  /** How many of it; at least 1. */
  quantity: number;
};

/** An entry to take back: a spending, a capture or an adjustment. */
export type ReverseEntryInput = {
  /** How many points of it, above 0; all that were not reversed yet when left out. */
  amount?: number | null | undefined;
  /** The entry: ent_… */
  entry: string;
  /** Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
  /** Why; kept in the journal, so no personal data. At most 255 characters. */
  reason?: string | null | undefined;
};

/** A key that shall no longer work. */
export type RevokeApiKeyInput = {
  /** Id of the key. */
  id: string;
};

/** A key that shall get a new secret. */
export type RotateApiKeyInput = {
  /** Id of the key. */
  id: string;
  /** How long the present secret goes on working, in seconds: 0 to 2592000 (30 days); 86400 (a day) when left out. */
  overlapSeconds?: number | null | undefined;
};

/** An endpoint that gets a new secret. */
export type RotateWebhookSecretInput = {
  /** Id of the endpoint. */
  id: string;
  /** Hours for which the present secret signs, too, 0 to 168. One that was present before it no longer does. */
  overlapHours?: number;
};

/** How an exact number of points becomes a whole one: once, at the end of one activity and currency. */
export type RoundingMode =
  /** Towards zero. */
  | 'DOWN'
  /** To the nearest; a half goes to the even neighbour. */
  | 'HALF_EVEN'
  /** To the nearest; a half goes up. */
  | 'HALF_UP';

/** An endpoint to try. */
export type SendTestWebhookInput = {
  /** Id of the endpoint. */
  id: string;
};

/** How many points may be given and taken by hand from now on. */
export type SetAdjustmentPolicyInput = {
  /** Points that one adjustment or reinstatement may give or take; no limit when left out. */
  maxPerAdjustment?: number | null | undefined;
  /** Points of one currency that one agent, a staff identity or an API key, may give and take on a day in the programme's zone, of all members together; no limit when left out. What was adjusted while there was no limit is not counted. */
  maxPerAgentPerDay?: number | null | undefined;
};

/** A rule to switch on or off. */
export type SetEarningRuleActiveInput = {
  /** Id of the rule. */
  id: string;
  /** Applied or not, from now on. */
  isActive: boolean;
};

/** What a member may do in their household from now on. */
export type SetHouseholdRoleInput = {
  /** Who. */
  member: MemberRef;
  /** The role. */
  role: HouseholdRole;
};

/** Suspends, reactivates or closes a membership. */
export type SetMemberStatusInput = {
  /** Who. */
  member: MemberRef;
  /** Why; kept in the journal, so no personal data. */
  reason?: string | null | undefined;
};

/** What becomes of the points of purchases that are returned from now on. */
export type SetReturnPolicyInput = {
  /** How many of them a part carries. */
  attribution: ReturnAttribution;
  /** Of the points they earned. */
  earned: EarnedReturnPolicy;
  /** How long points that are given back stay valid at least, like P30D; no grace when left out. */
  restoreGrace?: string | null | undefined;
  /** Of the points they were paid with. */
  spent: SpentReturnPolicy;
  /** When a tier that was reached by them goes; AT_EVALUATION when left out. */
  tiers?: TierReturnPolicy | null | undefined;
};

/** A tier to give by hand. */
export type SetTierInput = {
  /** When it counts; now when left out. Needs the scope backdate. */
  effectiveAt?: string | null | undefined;
  /** Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
  /** Who gets it. */
  member: MemberRef;
  /** More about why; kept in the journal, so no personal data. At most 255 characters. */
  note?: string | null | undefined;
  /** Why. */
  reason: ManualTierReason;
  /** Id or name of the tier, which may lie above or below the present one. */
  tier: string;
  /** Id or name of the tier set; may be left out when there is only one. */
  tierSet?: string | null | undefined;
  /** When it ends (exclusive); after now. */
  until: string;
};

/** Whether and how much members may give each other from now on. */
export type SetTransferPolicyInput = {
  /** Points can be transferred at all. */
  isAllowed: boolean;
  /** Points that a member may give in a period; no limit when left out. */
  maxPerPeriod?: number | null | undefined;
  /** Points of one transfer at most; no limit when left out. */
  maxPerTransfer?: number | null | undefined;
  /** Period that maxPerPeriod counts over; given together with it. Not ACTIVITY. */
  period?: EarningCapPeriod | null | undefined;
};

/** Whose tokens an identity provider issues. */
export type SignsIn =
  /** Members, found by the externalId that the token carries. */
  | 'MEMBER'
  /** Staff, found by the e-mail address of the token, which the provider must call verified. */
  | 'STAFF';

/** Points that a member spends of their household. */
export type SpendHouseholdPointsInput = {
  /** How many; above 0. All or nothing. */
  amount: number;
  /** Code of the point currency; may be left out when there is only one. */
  currencyCode?: string | null | undefined;
  /** Names this command for ever within the spender's stream, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
  /** Who spends: an owner or a spender of a household. */
  member: MemberRef;
  /** What for; kept in the journals, so no personal data. At most 255 characters. */
  reason?: string | null | undefined;
};

/** Points to spend. */
export type SpendPointsInput = {
  /** How many; above 0. All or nothing. */
  amount: number;
  /** Code of the point currency; may be left out when there is only one. */
  currencyCode?: string | null | undefined;
  /** When it counts; now when left out. Needs the scope backdate. */
  effectiveAt?: string | null | undefined;
  /** Names this command for ever, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
  /** Who spends. */
  member: MemberRef;
  /** What for; kept in the journal, so no personal data. At most 255 characters. */
  reason?: string | null | undefined;
};

/** What becomes of points that a returned purchase was paid with. */
export type SpentReturnPolicy =
  /** They stay spent. */
  | 'KEEP'
  /** They go back into the lots they came from, those that expire last first. */
  | 'RESTORE';

/** What a staff member may do. */
export type StaffRole =
  /** Everything in the programme: settings, keys, staff, erasure. */
  | 'ADMIN'
  /** The daily work: reads all members, enrols and changes them, records activities, spends and adjusts points. */
  | 'STAFF';

/** A punch card. The rule's currency is that of the stamps; a member's card is what they have of it. A purchase for which no money was paid is no visit. */
export type StampCardInput = {
  /** Name of the event that is a visit; purchases when left out. */
  event?: string | null | undefined;
  /** How many stamps a member can get in a local day; no limit when left out. */
  perDay?: number | null | undefined;
  /** Points for a full card. */
  points?: CardPointsInput | null | undefined;
  /** The reward for a full card. */
  reward?: string | null | undefined;
  /** How many stamps a card has. */
  size: number;
  /** Stamps for each visit; 1 when left out. */
  stamps?: number | null | undefined;
};

/** A bonus for days or weeks in a row. What is returned later is not taken out of a streak; what is recorded late counts to none. */
export type StreakInput = {
  /** Name of the event; purchases when left out. */
  event?: string | null | undefined;
  /** How many may be missed on the way to each bonus without ending the streak; 0 when left out. */
  freezes?: number | null | undefined;
  /** How many in a row give the points; at least 2. Then it goes on to the next so many. */
  length: number;
  /** Points for each `length` in a row; above 0. */
  points: string;
  /** Days or weeks. */
  unit: StreakUnit;
};

/** What a streak is made of, in the programme's zone. */
export type StreakUnit =
  /** Local days. */
  | 'DAY'
  /** Weeks from Monday. */
  | 'WEEK';

/** Why a subscription could not go on behind its cursor. */
export type StreamResetReason =
  /** The cursor is ahead of the stream. */
  | 'CURSOR_AHEAD'
  /** What the cursor missed is older than subscriptions reach: 7 days for a member, 30 days for the programme. Query it. */
  | 'CURSOR_EXPIRED'
  /** The database was restored or rebuilt; the cursor belongs to the one before. */
  | 'EPOCH_CHANGED'
  /** The cursor missed more than 10,000 entries. Query them. */
  | 'TOO_FAR_BEHIND';

/** Where a member goes who has not requalified. */
export type TierDowngrade =
  /** To the tier that what was gathered gives. */
  | 'BY_BALANCE'
  /** To the next tier below (soft landing), or higher where what was gathered gives more. */
  | 'ONE_DOWN';

/** How long a tier lasts. */
export type TierDurationInput = {
  /** PERIODS: 0 to 5; 1 is the rest of this year and the next. 0 when left out. */
  furtherPeriods?: number | null | undefined;
  /** How it is said. */
  mode: TierDurationMode;
  /** FOR_PERIOD: an ISO 8601 duration of whole days or longer units; required there. */
  period?: string | null | undefined;
};

/** How long a tier lasts. */
export type TierDurationMode =
  /** For good; it is never evaluated again. */
  | 'FOREVER'
  /** A period from its beginning. */
  | 'FOR_PERIOD'
  /** To the end of the loyalty year, or year of membership, in which it begins, and furtherPeriods more. */
  | 'PERIODS';

/** A step of a status ladder. */
export type TierInput = {
  /** How many of the thresholds must be reached; all when left out. */
  atLeast?: number | null | undefined;
  /** updateTierSet: the id of the tier that this is; left out for a new one. */
  id?: string | null | undefined;
  /** Multiplies what earning rules give members on this tier, above 0 and at most 100. Those of several tier sets are multiplied with each other, and the points rounded once, at the end. */
  multiplier?: string | null | undefined;
  /** Name for people. */
  name: string;
  /** Where one measure counts: spend in the programme's money, points, or a number of activities, inclusive. The first tier's is 0; each is higher than the one before. */
  threshold?: string | null | undefined;
  /** Where several measures count: a threshold for each, in their order, inclusive; null where a measure does not count. None is lower than that of the tier before. Left out for the first tier. */
  thresholds?: Array<string | null | undefined> | null | undefined;
};

/** Something that a tier set counts. */
export type TierMeasureInput = {
  /** ACTIVITIES: count purchases only; false when left out. */
  countsPurchasesOnly?: boolean | null | undefined;
  /** Code of the qualifying point currency; required for POINTS. */
  currencyCode?: string | null | undefined;
  /** ACTIVITIES: count only events of this name; all activities when left out. */
  event?: string | null | undefined;
  /** What counts. */
  measure: QualificationMeasure;
};

/** Why a tier changed or was kept. More reasons may be added. */
export type TierReason =
  /** A tier given by hand was ended, with clearTier. */
  | 'CLEARED_BY_HAND'
  /** The tier's period ended without requalification; it is kept until the grace ends. */
  | 'GRACE_BEGAN'
  /** The grace ended without requalification. */
  | 'GRACE_ENDED'
  /** A tier given by hand reached its end. */
  | 'MANUAL_TIER_ENDED'
  /** The tier's period ended without requalification. */
  | 'PERIOD_ENDED'
  /** The tier was reached again: it is kept beyond its period's end, or its grace. */
  | 'REQUALIFIED'
  /** What the tier was reached by was returned, under a policy that lets it go at once. */
  | 'RETURNED'
  /** Given by hand, with setTier. */
  | 'SET_BY_HAND'
  /** A higher tier was reached. */
  | 'UPGRADED'
  /** A tier that was to begin with this period is not reached any more. */
  | 'UPGRADE_LAPSED';

/** When a tier goes that was reached by a purchase which is returned. */
export type TierReturnPolicy =
  /** At evaluatesAt, like every other. */
  | 'AT_EVALUATION'
  /** With the return, if what is left does not give it; to the tier that it does give. */
  | 'AT_ONCE';

/** When a tier that was reached begins. */
export type TierUpgradeTiming =
  /** With the activity that reached it. */
  | 'IMMEDIATE'
  /** With the next loyalty year, or year of membership, where it is still reached then. */
  | 'NEXT_PERIOD';

/** A time of the day. */
export type TimeOfDayInput = {
  /** Local time at which it begins, like 09:00. */
  from: string;
  /** Local time at which it is over, like 11:00; 24:00 is the end of the day. Not later than `from`: on the next day. */
  to: string;
};

/** Points that one member gives another. */
export type TransferPointsInput = {
  /** How many; above 0. All or nothing. */
  amount: number;
  /** Code of the point currency; may be left out when there is only one. */
  currencyCode?: string | null | undefined;
  /** Who gives. */
  from: MemberRef;
  /** Names this command for ever within the giver's stream, 1 to 255 characters. Send the same key again when you do not know what became of it. */
  idempotencyKey: string;
  /** What for; kept in both journals, so no personal data. At most 255 characters. */
  reason?: string | null | undefined;
  /** Who receives; another member of the programme. */
  to: MemberRef;
};

/** Changes to an earning rule. What is left out stays as it is. Its currency and its kind stay; what is given of the kind replaces all that it said. */
export type UpdateEarningRuleInput = {
  /** Kind: a bonus for reaching a target. */
  achievement?: AchievementInput | null | undefined;
  /** Kind: money back. */
  cashback?: CashbackInput | null | undefined;
  /** All of its conditions; null: none. */
  conditions?: ConditionsInput | null | undefined;
  /** Kind: fixed points for a named event. */
  fixedPoints?: FixedPointsInput | null | undefined;
  /** Id of the rule. */
  id: string;
  /** Name for people. */
  name?: string | null | undefined;
  /** Kind: a bonus for the first or the n-th time. */
  nthTime?: NthTimeInput | null | undefined;
  /** Kind: points for each unit of a product. */
  pointsPerItem?: PointsPerItemInput | null | undefined;
  /** Kind: points per spend. */
  pointsPerSpend?: PointsPerSpendInput | null | undefined;
  /** Kind: points for both sides of a referral. */
  referral?: ReferralInput | null | undefined;
  /** How its points are rounded. */
  rounding?: RoundingMode | null | undefined;
  /** Kind: a punch card. */
  stampCard?: StampCardInput | null | undefined;
  /** Kind: a bonus for days or weeks in a row. */
  streak?: StreakInput | null | undefined;
  /** Counts for activities from this instant on; null: from ever. */
  validFrom?: string | null | undefined;
  /** Counts for activities before this instant; null: for ever. */
  validTo?: string | null | undefined;
};

/** Changes to a household. What is left out stays. */
export type UpdateHouseholdInput = {
  /** The household. */
  household: string;
  /** What it is called, 1 to 255 characters. */
  name?: string | null | undefined;
  /** All its members, in the order in which IN_ORDER takes their points. */
  order?: Array<MemberRef> | null | undefined;
  /** From whom it takes the points that it spends. */
  spending?: HouseholdSpending | null | undefined;
};

/** Changes to a profile. What is left out stays, null empties. */
export type UpdateMemberInput = {
  /** Replaces all attributes. */
  attributes?: Record<string, unknown> | null | undefined;
  /** Date of birth, like 1990-05-31. It is deleted with the profile; a rule for `birthday` goes by it. */
  birthDate?: string | null | undefined;
  /** E-mail address. */
  email?: string | null | undefined;
  /** The partner's own key; can be given once. */
  externalId?: string | null | undefined;
  /** Family name. */
  familyName?: string | null | undefined;
  /** Given name. */
  givenName?: string | null | undefined;
  /** Who. */
  member: MemberRef;
};

/** Changes to a kind of points, from now on. What is left out stays; points that are there keep their instants. */
export type UpdatePointCurrencyInput = {
  /** When points become spendable that are earned from now on. */
  activation?: ActivationPolicyInput | null | undefined;
  /** When points expire that become active from now on. */
  expiry?: ExpiryPolicyInput | null | undefined;
  /** The currency: pcu_… */
  id: string;
  /** Name for people. */
  name?: string | null | undefined;
};

/** Changes to a member of staff. What is left out stays. */
export type UpdateStaffInput = {
  /** Who. */
  id: string;
  /** false: the person can sign in no longer, and their keys are dead; true: again. */
  isEnabled?: boolean | null | undefined;
  /** What the person may do from now on. */
  role?: StaffRole | null | undefined;
};

/** Changes to a status ladder. What is left out stays as it is. */
export type UpdateTierSetInput = {
  /** Where a member goes who has not requalified. */
  downgrade?: TierDowngrade | null | undefined;
  /** How long a tier is kept after its period, as ISO 8601 duration of less than a year; null ends it. A grace under way stays as it is. */
  grace?: string | null | undefined;
  /** Id of the tier set. */
  id: string;
  /** How long a tier lasts that begins, or is kept, from now on. */
  lasts?: TierDurationInput | null | undefined;
  /** Name for people. */
  name?: string | null | undefined;
  /** All tiers, from the first to the highest, at most 50: those with an id are changed, those without are new. Tiers keep their order; the first stays the first. One that is left out goes out of use: nobody reaches it any more, and who has it keeps it to the next evaluation. */
  tiers?: Array<TierInput> | null | undefined;
  /** When a tier that is reached from now on begins. */
  upgrades?: TierUpgradeTiming | null | undefined;
};

/** Changes to a webhook endpoint; what is left out stays. */
export type UpdateWebhookEndpointInput = {
  /** For people, at most 255 characters; null: none. */
  description?: string | null | undefined;
  /** Which entries, in place of the whole filter before; null: all. */
  filter?: WebhookFilterInput | null | undefined;
  /** Id of the endpoint. */
  id: string;
  /** true also forgets earlier failures; what was written while it was false is for replayWebhook. null changes nothing. */
  isEnabled?: boolean | null | undefined;
  /** Where to send, at most 2,048 characters: https, any port, no user name or password. Its host must be at a public address; that is checked again at every connection. null changes nothing. */
  url?: string | null | undefined;
};

/** What a caller is. */
export type ViewerRole =
  /** A member of staff who may do everything in the programme. */
  | 'ADMIN'
  /** A member, who sees themselves and nobody else. */
  | 'MEMBER'
  /** Runs the installation: creates programmes and sees none of them. */
  | 'OPERATOR'
  /** A system with an API key, which may do what its scopes say. */
  | 'PARTNER'
  /** A member of staff who does the daily work. */
  | 'STAFF';

/** Where a delivery stands. One that succeeded is not kept. */
export type WebhookDeliveryStatus =
  /** It failed too often and is tried no more, unless retryWebhookDeliveries asks for it. */
  | 'DEAD'
  /** It will be tried, or tried again. */
  | 'PENDING';

/** Why nothing is sent to an endpoint. */
export type WebhookDisabledReason =
  /** Requests to it failed while more than 100,000 deliveries were waiting. */
  | 'BACKLOG'
  /** It was disabled through updateWebhookEndpoint. */
  | 'BY_REQUEST'
  /** Every request to it failed for 5 days. */
  | 'FAILING'
  /** It answered 410 Gone. */
  | 'GONE';

/** Which entries are sent: those that meet every condition. */
export type WebhookFilterInput = {
  /** Only entries that changed a wallet of one of these point currencies, by code; all when left out. */
  currencyCodes?: Array<string> | null | undefined;
  /** Only these kinds; all, also those to come, when left out. */
  kinds?: Array<JournalEntryKind> | null | undefined;
  /** Only entries of these members, 1 to 100 ids; all when left out. */
  memberIds?: Array<string> | null | undefined;
};

type Errors_ActivityAlreadyRecorded_Fragment = { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null };

type Errors_CurrencyMismatch_Fragment = { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null };

type Errors_HoldEnded_Fragment = { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null };

type Errors_IdempotencyKeyReused_Fragment = { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null };

type Errors_InsufficientPoints_Fragment = { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null };

type Errors_InvalidInput_Fragment = { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null };

type Errors_LimitExceeded_Fragment = { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null };

type Errors_MemberAlreadyEnrolled_Fragment = { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null };

type Errors_MemberNotActive_Fragment = { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null };

type Errors_MemberNotFound_Fragment = { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null };

type Errors_RetryLater_Fragment = { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null };

export type ErrorsFragment =
  | Errors_ActivityAlreadyRecorded_Fragment
  | Errors_CurrencyMismatch_Fragment
  | Errors_HoldEnded_Fragment
  | Errors_IdempotencyKeyReused_Fragment
  | Errors_InsufficientPoints_Fragment
  | Errors_InvalidInput_Fragment
  | Errors_LimitExceeded_Fragment
  | Errors_MemberAlreadyEnrolled_Fragment
  | Errors_MemberNotActive_Fragment
  | Errors_MemberNotFound_Fragment
  | Errors_RetryLater_Fragment
;

type Entry_ActivityEntry_Fragment = { __typename: 'ActivityEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> };

type Entry_MembershipEntry_Fragment = { __typename: 'MembershipEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> };

type Entry_PointsEntry_Fragment = { __typename: 'PointsEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> };

type Entry_ProgramEntry_Fragment = { __typename: 'ProgramEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> };

type Entry_ReferralEntry_Fragment = { __typename: 'ReferralEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> };

type Entry_TierEntry_Fragment = { __typename: 'TierEntry', fromTierName: string, toTierName: string, tierReason: TierReason, id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> };

export type EntryFragment =
  | Entry_ActivityEntry_Fragment
  | Entry_MembershipEntry_Fragment
  | Entry_PointsEntry_Fragment
  | Entry_ProgramEntry_Fragment
  | Entry_ReferralEntry_Fragment
  | Entry_TierEntry_Fragment
;

export type CreateProgramMutationVariables = Exact<{
  input: CreateProgramInput;
}>;


export type CreateProgramMutation = { createProgram: { secret: string | null, program: { id: string, settingsVersion: number } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type CreatePointCurrencyMutationVariables = Exact<{
  input: CreatePointCurrencyInput;
}>;


export type CreatePointCurrencyMutation = { createPointCurrency: { pointCurrency: { id: string, code: string } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type UpdatePointCurrencyMutationVariables = Exact<{
  input: UpdatePointCurrencyInput;
}>;


export type UpdatePointCurrencyMutation = { updatePointCurrency: { pointCurrency: { id: string, code: string, name: string, expiry: { mode: ExpiryMode, period: string | null, roundUpTo: CalendarUnit | null }, activation: { mode: ActivationMode, period: string | null } } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type LadderFragment = { id: string, name: string, unit: string, measures: Array<{ measure: QualificationMeasure, unit: string, countsPurchasesOnly: boolean, event: string | null }>, policy: { upgrades: TierUpgradeTiming, downgrade: TierDowngrade, grace: string | null, window: { type: QualificationWindowType, period: string | null, startsOn: { month: number, day: number } | null }, lasts: { mode: TierDurationMode, furtherPeriods: number | null, period: string | null } }, tiers: Array<{ id: string, name: string, threshold: string | null, thresholds: Array<string | null>, atLeast: number, multiplier: string | null, isRetired: boolean }> };

export type GoalFragment = { atLeast: number, isReached: boolean, countsFrom: string, before: string | null, tier: { name: string }, measures: Array<{ gathered: string, threshold: string, remaining: string, measure: { unit: string } }> };

export type StandingFragment = { since: string, evaluatesAt: string | null, graceUntil: string | null, isInGrace: boolean, upgradesAt: string | null, progress: string, windowStartsAt: string, windowEndsAt: string | null, tierSet: { name: string }, tier: { name: string, isRetired: boolean }, manual: { reason: string, until: string } | null, measures: Array<{ gathered: string }>, projection: { next: { atLeast: number, isReached: boolean, countsFrom: string, before: string | null, tier: { name: string }, measures: Array<{ gathered: string, threshold: string, remaining: string, measure: { unit: string } }> } | null, stay: { atLeast: number, isReached: boolean, countsFrom: string, before: string | null, tier: { name: string }, measures: Array<{ gathered: string, threshold: string, remaining: string, measure: { unit: string } }> } | null } };

export type CreateTierSetMutationVariables = Exact<{
  input: CreateTierSetInput;
}>;


export type CreateTierSetMutation = { createTierSet: { tierSet: { id: string, name: string, unit: string, measures: Array<{ measure: QualificationMeasure, unit: string, countsPurchasesOnly: boolean, event: string | null }>, policy: { upgrades: TierUpgradeTiming, downgrade: TierDowngrade, grace: string | null, window: { type: QualificationWindowType, period: string | null, startsOn: { month: number, day: number } | null }, lasts: { mode: TierDurationMode, furtherPeriods: number | null, period: string | null } }, tiers: Array<{ id: string, name: string, threshold: string | null, thresholds: Array<string | null>, atLeast: number, multiplier: string | null, isRetired: boolean }> } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type UpdateTierSetMutationVariables = Exact<{
  input: UpdateTierSetInput;
}>;


export type UpdateTierSetMutation = { updateTierSet: { tierSet: { id: string, name: string, unit: string, measures: Array<{ measure: QualificationMeasure, unit: string, countsPurchasesOnly: boolean, event: string | null }>, policy: { upgrades: TierUpgradeTiming, downgrade: TierDowngrade, grace: string | null, window: { type: QualificationWindowType, period: string | null, startsOn: { month: number, day: number } | null }, lasts: { mode: TierDurationMode, furtherPeriods: number | null, period: string | null } }, tiers: Array<{ id: string, name: string, threshold: string | null, thresholds: Array<string | null>, atLeast: number, multiplier: string | null, isRetired: boolean }> } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type SetTierMutationVariables = Exact<{
  input: SetTierInput;
}>;


export type SetTierMutation = { setTier: { replayed: boolean, entry: { __typename: 'TierEntry', fromTierName: string, toTierName: string, tierReason: TierReason, id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> } | null, standing: { since: string, evaluatesAt: string | null, graceUntil: string | null, isInGrace: boolean, upgradesAt: string | null, progress: string, windowStartsAt: string, windowEndsAt: string | null, tierSet: { name: string }, tier: { name: string, isRetired: boolean }, manual: { reason: string, until: string } | null, measures: Array<{ gathered: string }>, projection: { next: { atLeast: number, isReached: boolean, countsFrom: string, before: string | null, tier: { name: string }, measures: Array<{ gathered: string, threshold: string, remaining: string, measure: { unit: string } }> } | null, stay: { atLeast: number, isReached: boolean, countsFrom: string, before: string | null, tier: { name: string }, measures: Array<{ gathered: string, threshold: string, remaining: string, measure: { unit: string } }> } | null } } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type ClearTierMutationVariables = Exact<{
  input: ClearTierInput;
}>;


export type ClearTierMutation = { clearTier: { replayed: boolean, entry: { __typename: 'TierEntry', fromTierName: string, toTierName: string, tierReason: TierReason, id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> } | null, standing: { since: string, evaluatesAt: string | null, graceUntil: string | null, isInGrace: boolean, upgradesAt: string | null, progress: string, windowStartsAt: string, windowEndsAt: string | null, tierSet: { name: string }, tier: { name: string, isRetired: boolean }, manual: { reason: string, until: string } | null, measures: Array<{ gathered: string }>, projection: { next: { atLeast: number, isReached: boolean, countsFrom: string, before: string | null, tier: { name: string }, measures: Array<{ gathered: string, threshold: string, remaining: string, measure: { unit: string } }> } | null, stay: { atLeast: number, isReached: boolean, countsFrom: string, before: string | null, tier: { name: string }, measures: Array<{ gathered: string, threshold: string, remaining: string, measure: { unit: string } }> } | null } } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type StandingsQueryVariables = Exact<{
  ref: MemberRef;
}>;


export type StandingsQuery = { member: { standings: Array<{ since: string, evaluatesAt: string | null, graceUntil: string | null, isInGrace: boolean, upgradesAt: string | null, progress: string, windowStartsAt: string, windowEndsAt: string | null, tierSet: { name: string }, tier: { name: string, isRetired: boolean }, manual: { reason: string, until: string } | null, measures: Array<{ gathered: string }>, projection: { next: { atLeast: number, isReached: boolean, countsFrom: string, before: string | null, tier: { name: string }, measures: Array<{ gathered: string, threshold: string, remaining: string, measure: { unit: string } }> } | null, stay: { atLeast: number, isReached: boolean, countsFrom: string, before: string | null, tier: { name: string }, measures: Array<{ gathered: string, threshold: string, remaining: string, measure: { unit: string } }> } | null } }> } | null };

export type StandingAsOfQueryVariables = Exact<{
  ref: MemberRef;
  tierSet?: string | null | undefined;
  asOf: string;
}>;


export type StandingAsOfQuery = { member: { standing: { since: string, evaluatesAt: string | null, graceUntil: string | null, isInGrace: boolean, upgradesAt: string | null, progress: string, windowStartsAt: string, windowEndsAt: string | null, tierSet: { name: string }, tier: { name: string, isRetired: boolean }, manual: { reason: string, until: string } | null, measures: Array<{ gathered: string }>, projection: { next: { atLeast: number, isReached: boolean, countsFrom: string, before: string | null, tier: { name: string }, measures: Array<{ gathered: string, threshold: string, remaining: string, measure: { unit: string } }> } | null, stay: { atLeast: number, isReached: boolean, countsFrom: string, before: string | null, tier: { name: string }, measures: Array<{ gathered: string, threshold: string, remaining: string, measure: { unit: string } }> } | null } } | null } | null };

export type TierEntriesQueryVariables = Exact<{
  ref: MemberRef;
}>;


export type TierEntriesQuery = { member: { journal: { nodes: Array<
        | { __typename: 'ActivityEntry', explanation: Record<string, unknown> | null, id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
        | { __typename: 'MembershipEntry', explanation: Record<string, unknown> | null, id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
        | { __typename: 'PointsEntry', explanation: Record<string, unknown> | null, id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
        | { __typename: 'ProgramEntry', explanation: Record<string, unknown> | null, id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
        | { __typename: 'ReferralEntry', explanation: Record<string, unknown> | null, id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
        | { __typename: 'TierEntry', explanation: Record<string, unknown> | null, fromTierName: string, toTierName: string, tierReason: TierReason, id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
      > } } | null };

export type CreateEarningRuleMutationVariables = Exact<{
  input: CreateEarningRuleInput;
}>;


export type CreateEarningRuleMutation = { createEarningRule: { earningRule:
      | { __typename: 'AchievementRule', id: string, name: string, isActive: boolean }
      | { __typename: 'CashbackRule', id: string, name: string, isActive: boolean }
      | { __typename: 'FixedPointsRule', id: string, name: string, isActive: boolean }
      | { __typename: 'NthTimeRule', id: string, name: string, isActive: boolean }
      | { __typename: 'PointsPerItemRule', id: string, name: string, isActive: boolean }
      | { __typename: 'PointsPerSpendRule', id: string, name: string, isActive: boolean }
      | { __typename: 'ReferralRule', id: string, name: string, isActive: boolean }
      | { __typename: 'StampCardRule', id: string, name: string, isActive: boolean }
      | { __typename: 'StreakRule', id: string, name: string, isActive: boolean }
     | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type SetEarningRuleActiveMutationVariables = Exact<{
  input: SetEarningRuleActiveInput;
}>;


export type SetEarningRuleActiveMutation = { setEarningRuleActive: { earningRule:
      | { id: string, isActive: boolean }
      | { id: string, isActive: boolean }
      | { id: string, isActive: boolean }
      | { id: string, isActive: boolean }
      | { id: string, isActive: boolean }
      | { id: string, isActive: boolean }
      | { id: string, isActive: boolean }
      | { id: string, isActive: boolean }
      | { id: string, isActive: boolean }
     | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type AdvanceClockMutationVariables = Exact<{
  input: AdvanceClockInput;
}>;


export type AdvanceClockMutation = { advanceClock: { program: { clock: { isTest: boolean, now: string } } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type GoLiveMutationVariables = Exact<{ [key: string]: never; }>;


export type GoLiveMutation = { goLive: { program: { clock: { isTest: boolean } } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey: { secret: string | null, apiKey: { id: string } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type ApiKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiKeysQuery = { apiKeys: Array<{ id: string, name: string, lastUsedAt: string | null, expiresAt: string | null, previousSecretExpiresAt: string | null, staffId: string | null }> | null };

export type RotateApiKeyMutationVariables = Exact<{
  input: RotateApiKeyInput;
}>;


export type RotateApiKeyMutation = { rotateApiKey: { secret: string | null, apiKey: { id: string, previousSecretExpiresAt: string | null } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type AllStaffQueryVariables = Exact<{ [key: string]: never; }>;


export type AllStaffQuery = { staff: Array<{ id: string, name: string, role: StaffRole, disabledAt: string | null }> | null };

export type CreateStaffMutationVariables = Exact<{
  input: CreateStaffInput;
}>;


export type CreateStaffMutation = { createStaff: { secret: string | null, staff: { id: string } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type UpdateStaffMutationVariables = Exact<{
  input: UpdateStaffInput;
}>;


export type UpdateStaffMutation = { updateStaff: { staff: { role: StaffRole, disabledAt: string | null } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type CreateMemberTokenMutationVariables = Exact<{
  input: CreateMemberTokenInput;
}>;


export type CreateMemberTokenMutation = { createMemberToken: { token: string | null, expiresAt: string | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type IdentityProvidersQueryVariables = Exact<{ [key: string]: never; }>;


export type IdentityProvidersQuery = { identityProviders: Array<{ id: string, issuer: string, audience: string }> | null };

export type CreateIdentityProviderMutationVariables = Exact<{
  input: CreateIdentityProviderInput;
}>;


export type CreateIdentityProviderMutation = { createIdentityProvider: { identityProvider: { id: string } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type DeleteIdentityProviderMutationVariables = Exact<{
  input: DeleteIdentityProviderInput;
}>;


export type DeleteIdentityProviderMutation = { deleteIdentityProvider: { id: string | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type EraseMemberMutationVariables = Exact<{
  input: EraseMemberInput;
}>;


export type EraseMemberMutation = { eraseMember: { erasedAt: string | null, member: { id: string, externalId: string | null, email: string | null, givenName: string | null, status: MemberStatus, wallets: Array<{ active: number }> } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type ExportMemberMutationVariables = Exact<{
  input: ExportMemberInput;
}>;


export type ExportMemberMutation = { exportMember: { profile: Record<string, unknown> | null, entries: Array<Record<string, unknown>> | null, cursor: string | null, member: { id: string } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: { apiKey: { revokedAt: string | null } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type EnrollMemberMutationVariables = Exact<{
  input: EnrollMemberInput;
}>;


export type EnrollMemberMutation = { enrollMember: { member: { id: string, externalId: string | null } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type EnrollMembersMutationVariables = Exact<{
  input: EnrollMembersInput;
}>;


export type EnrollMembersMutation = { enrollMembers: { outcomes: Array<{ member: { id: string } | null, errors: Array<
        | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
        | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
        | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
        | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
        | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
        | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
        | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
        | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
        | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
        | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
        | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
      > }> } | null };

export type UpdateMemberMutationVariables = Exact<{
  input: UpdateMemberInput;
}>;


export type UpdateMemberMutation = { updateMember: { member: { id: string, externalId: string | null, email: string | null, givenName: string | null } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type SuspendMemberMutationVariables = Exact<{
  input: SetMemberStatusInput;
}>;


export type SuspendMemberMutation = { suspendMember: { member: { status: MemberStatus } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type ReactivateMemberMutationVariables = Exact<{
  input: SetMemberStatusInput;
}>;


export type ReactivateMemberMutation = { reactivateMember: { member: { status: MemberStatus } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type CloseMemberMutationVariables = Exact<{
  input: SetMemberStatusInput;
}>;


export type CloseMemberMutation = { closeMember: { member: { status: MemberStatus } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type RecordActivityMutationVariables = Exact<{
  input: RecordActivityInput;
}>;


export type RecordActivityMutation = { recordActivity: { replayed: boolean, activity: { id: string, externalId: string | null } | null, entry: { __typename: 'ActivityEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> } | null, awards: Array<{ currencyCode: string, requested: number, granted: number, limitedBy: Array<{ name: string, requested: number, granted: number }> }>, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type RecordActivitiesMutationVariables = Exact<{
  input: RecordActivitiesInput;
}>;


export type RecordActivitiesMutation = { recordActivities: { outcomes: Array<{ replayed: boolean, entry: { number: number, changes: Array<{ balanceAfter: number }> } | null, errors: Array<
        | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
        | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
        | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
        | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
        | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
        | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
        | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
        | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
        | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
        | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
        | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
      > }> } | null };

export type SpendPointsMutationVariables = Exact<{
  input: SpendPointsInput;
}>;


export type SpendPointsMutation = { spendPoints: { replayed: boolean, entry: { __typename: 'PointsEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> } | null, wallet: { active: number } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type AdjustPointsMutationVariables = Exact<{
  input: AdjustPointsInput;
}>;


export type AdjustPointsMutation = { adjustPoints: { replayed: boolean, entry: { __typename: 'PointsEntry', reason: string | null, id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> } | null, wallet: { active: number } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type MemberQueryVariables = Exact<{
  ref: MemberRef;
}>;


export type MemberQuery = { member: { id: string, externalId: string | null, email: string | null, givenName: string | null, status: MemberStatus, enrolledAt: string, wallets: Array<{ at: string, active: number, earned: number, spent: number, expired: number, pointCurrency: { code: string }, expirations: Array<{ expiresAt: string | null, amount: number }>, lots: Array<{ expiresAt: string | null, source: string, remaining: number, openedBy: number }> }>, standings: Array<{ since: string, evaluatesAt: string | null, progress: string, tier: { name: string }, projection: { remaining: string | null, before: string | null, toRegain: string, nextTier: { name: string } | null } }>, journal: { nodes: Array<
        | { __typename: 'ActivityEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
        | { __typename: 'MembershipEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
        | { __typename: 'PointsEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
        | { __typename: 'ProgramEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
        | { __typename: 'ReferralEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
        | { __typename: 'TierEntry', fromTierName: string, toTierName: string, tierReason: TierReason, id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
      > } } | null };

export type MemberAsOfQueryVariables = Exact<{
  ref: MemberRef;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type MemberAsOfQuery = { member: { wallet: { active: number, earned: number, spent: number, expired: number } | null, standing: { progress: string, tier: { name: string } } | null } | null };

export type MembersWithEverythingQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: MemberFilter | null | undefined;
}>;


export type MembersWithEverythingQuery = { members: { nodes: Array<{ id: string, externalId: string | null, status: MemberStatus, wallets: Array<{ active: number, earned: number, expired: number, lots: Array<{ remaining: number }> }>, standings: Array<{ progress: string, tier: { name: string } }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type MembersAsOfQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  walletAsOf?: string | null | undefined;
  standingAsOf?: string | null | undefined;
}>;


export type MembersAsOfQuery = { members: { nodes: Array<{ id: string, externalId: string | null, wallet: { active: number, earned: number, spent: number, expired: number } | null, standing: { tier: { name: string } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type WalletsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WalletsQuery = { members: { nodes: Array<{ wallet: { active: number, earned: number, spent: number, expired: number } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type JournalQueryVariables = Exact<{
  filter?: JournalFilter | null | undefined;
  after?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type JournalQuery = { journal: { cursor: string, hasMore: boolean, items: Array<{ cursor: string, number: number, entry:
        | { __typename: 'ActivityEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, activity: { amount: { amount: string, currencyCode: string } | null, items: Array<{ quantity: number }> }, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
        | { __typename: 'MembershipEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
        | { __typename: 'PointsEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
        | { __typename: 'ProgramEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
        | { __typename: 'ReferralEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
        | { __typename: 'TierEntry', fromTierName: string, toTierName: string, tierReason: TierReason, id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> }
       }> } | null };

export type ActivitiesQueryVariables = Exact<{
  ref: MemberRef;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ActivitiesQuery = { member: { activities: { edges: Array<{ cursor: string, node: { id: string, externalId: string | null, event: string | null, amount: { amount: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean } } } | null };

export type CommandOutcomeQueryVariables = Exact<{
  member: MemberRef;
  idempotencyKey: string;
}>;


export type CommandOutcomeQuery = { commandOutcome: { entry:
      | { number: number }
      | { number: number }
      | { number: number }
      | { number: number }
      | { number: number }
      | { number: number }
     | null, error:
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
     | null } | null };

export type MovedFragment = { currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number };

export type HoldPartsFragment = { id: string, status: HoldStatus, remaining: number, captured: number, expiresAt: string, endedBy: string | null };

export type HeldFragment = { replayed: boolean, entry: { id: string, kind: JournalEntryKind, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> } | null, hold: { id: string, status: HoldStatus, remaining: number, captured: number, expiresAt: string, endedBy: string | null } | null, wallet: { active: number, held: number, spent: number, expired: number } | null, errors: Array<
    | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
    | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
    | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
    | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
    | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
    | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
    | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
    | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
  > };

export type HoldPointsMutationVariables = Exact<{
  input: HoldPointsInput;
}>;


export type HoldPointsMutation = { holdPoints: { replayed: boolean, entry: { id: string, kind: JournalEntryKind, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> } | null, hold: { id: string, status: HoldStatus, remaining: number, captured: number, expiresAt: string, endedBy: string | null } | null, wallet: { active: number, held: number, spent: number, expired: number } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type CaptureHoldMutationVariables = Exact<{
  input: CaptureHoldInput;
}>;


export type CaptureHoldMutation = { captureHold: { replayed: boolean, entry: { id: string, kind: JournalEntryKind, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> } | null, hold: { id: string, status: HoldStatus, remaining: number, captured: number, expiresAt: string, endedBy: string | null } | null, wallet: { active: number, held: number, spent: number, expired: number } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type ReleaseHoldMutationVariables = Exact<{
  input: ReleaseHoldInput;
}>;


export type ReleaseHoldMutation = { releaseHold: { replayed: boolean, entry: { id: string, kind: JournalEntryKind, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> } | null, hold: { id: string, status: HoldStatus, remaining: number, captured: number, expiresAt: string, endedBy: string | null } | null, wallet: { active: number, held: number, spent: number, expired: number } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type ReturnPurchaseMutationVariables = Exact<{
  input: ReturnPurchaseInput;
}>;


export type ReturnPurchaseMutation = { returnPurchase: { replayed: boolean, entry: { id: string, number: number, kind: JournalEntryKind, effectiveAt: string, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> } | null, wallet: { active: number, pending: number, held: number, debt: number, earned: number, spent: number, expired: number } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type CancelPurchaseMutationVariables = Exact<{
  input: CancelPurchaseInput;
}>;


export type CancelPurchaseMutation = { cancelPurchase: { replayed: boolean, entry: { id: string, number: number, kind: JournalEntryKind, effectiveAt: string, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> } | null, wallet: { active: number, pending: number, held: number, debt: number, earned: number, spent: number, expired: number } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type ReverseEntryMutationVariables = Exact<{
  input: ReverseEntryInput;
}>;


export type ReverseEntryMutation = { reverseEntry: { replayed: boolean, entry: { id: string, number: number, kind: JournalEntryKind, effectiveAt: string, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> } | null, wallet: { active: number, pending: number, held: number, debt: number, earned: number, spent: number, expired: number } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type ReinstatePointsMutationVariables = Exact<{
  input: ReinstatePointsInput;
}>;


export type ReinstatePointsMutation = { reinstatePoints: { replayed: boolean, entry: { id: string, number: number, kind: JournalEntryKind, effectiveAt: string, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> } | null, wallet: { active: number, pending: number, held: number, debt: number, earned: number, spent: number, expired: number } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type SetReturnPolicyMutationVariables = Exact<{
  input: SetReturnPolicyInput;
}>;


export type SetReturnPolicyMutation = { setReturnPolicy: { returnPolicy: { earned: EarnedReturnPolicy, attribution: ReturnAttribution, spent: SpentReturnPolicy, restoreGrace: string | null, tiers: TierReturnPolicy } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type CreateEarningCapMutationVariables = Exact<{
  input: CreateEarningCapInput;
}>;


export type CreateEarningCapMutation = { createEarningCap: { earningCap: { id: string, period: EarningCapPeriod, scope: EarningCapScope, max: number, used: number | null, remaining: number | null } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type DeleteEarningCapMutationVariables = Exact<{
  input: DeleteEarningCapInput;
}>;


export type DeleteEarningCapMutation = { deleteEarningCap: { id: string | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type TransferPointsMutationVariables = Exact<{
  input: TransferPointsInput;
}>;


export type TransferPointsMutation = { transferPoints: { replayed: boolean, entry: { id: string, number: number, kind: JournalEntryKind, effectiveAt: string, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> } | null, wallet: { active: number, pending: number, held: number, debt: number, earned: number, spent: number, expired: number } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type SetTransferPolicyMutationVariables = Exact<{
  input: SetTransferPolicyInput;
}>;


export type SetTransferPolicyMutation = { setTransferPolicy: { transferPolicy: { isAllowed: boolean, maxPerTransfer: number | null, period: EarningCapPeriod | null, maxPerPeriod: number | null } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type SetAdjustmentPolicyMutationVariables = Exact<{
  input: SetAdjustmentPolicyInput;
}>;


export type SetAdjustmentPolicyMutation = { setAdjustmentPolicy: { adjustmentPolicy: { maxPerAdjustment: number | null, maxPerAgentPerDay: number | null } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type LimitsQueryVariables = Exact<{ [key: string]: never; }>;


export type LimitsQuery = { program: { adjustmentPolicy: { maxPerAdjustment: number | null, maxPerAgentPerDay: number | null }, earningCaps: Array<{ id: string, name: string, period: EarningCapPeriod, scope: EarningCapScope, max: number, used: number | null, remaining: number | null }> } | null };

export type CreatePointConversionMutationVariables = Exact<{
  input: CreatePointConversionInput;
}>;


export type CreatePointConversionMutation = { createPointConversion: { pointConversion: { id: string } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type DeletePointConversionMutationVariables = Exact<{
  input: DeletePointConversionInput;
}>;


export type DeletePointConversionMutation = { deletePointConversion: { id: string | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type ConvertPointsMutationVariables = Exact<{
  input: ConvertPointsInput;
}>;


export type ConvertPointsMutation = { convertPoints: { replayed: boolean, entry: { id: string, number: number, kind: JournalEntryKind, effectiveAt: string, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> } | null, wallet: { active: number, pending: number, held: number, debt: number, earned: number, spent: number, expired: number } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type ActivatePointsMutationVariables = Exact<{
  input: EndPendingInput;
}>;


export type ActivatePointsMutation = { activatePoints: { replayed: boolean, entry: { id: string, number: number, kind: JournalEntryKind, effectiveAt: string, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> } | null, wallet: { active: number, pending: number, held: number, debt: number, earned: number, spent: number, expired: number } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type CancelPointsMutationVariables = Exact<{
  input: EndPendingInput;
}>;


export type CancelPointsMutation = { cancelPoints: { replayed: boolean, entry: { id: string, number: number, kind: JournalEntryKind, effectiveAt: string, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> } | null, wallet: { active: number, pending: number, held: number, debt: number, earned: number, spent: number, expired: number } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type PointsMovedFragment = { replayed: boolean, entry: { id: string, number: number, kind: JournalEntryKind, effectiveAt: string, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> } | null, wallet: { active: number, pending: number, held: number, debt: number, earned: number, spent: number, expired: number } | null, errors: Array<
    | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
    | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
    | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
    | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
    | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
    | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
    | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
    | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
  > };

export type HoldingsQueryVariables = Exact<{
  ref: MemberRef;
  asOf?: string | null | undefined;
}>;


export type HoldingsQuery = { member: { wallet: { active: number, pending: number, held: number, debt: number, earned: number, spent: number, expired: number, lots: Array<{ expiresAt: string | null, source: string, remaining: number }>, pendingPoints: Array<{ activityId: string, amount: number, activatesAt: string | null, event: string | null, cancelsAt: string | null }>, holds: Array<{ id: string, status: HoldStatus, remaining: number, captured: number, expiresAt: string, endedBy: string | null }> } | null, journal: { nodes: Array<
        | { id: string, kind: JournalEntryKind, number: number, effectiveAt: string, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> }
        | { id: string, kind: JournalEntryKind, number: number, effectiveAt: string, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> }
        | { id: string, kind: JournalEntryKind, number: number, effectiveAt: string, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> }
        | { id: string, kind: JournalEntryKind, number: number, effectiveAt: string, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> }
        | { id: string, kind: JournalEntryKind, number: number, effectiveAt: string, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> }
        | { id: string, kind: JournalEntryKind, number: number, effectiveAt: string, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number, pending: number, held: number, debt: number }> }
      > } } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { role: ViewerRole, name: string, scopes: Array<string>, programId: string | null, apiKeyId: string | null, expiresAt: string | null, staff: { id: string, name: string, email: string | null, role: StaffRole } | null, member: { id: string, externalId: string | null } | null } | null };

export type NodeByIdQueryVariables = Exact<{
  id: string;
}>;


export type NodeByIdQuery = { node:
    | { __typename: 'AchievementRule', id: string }
    | { __typename: 'Activity', id: string }
    | { __typename: 'ActivityEntry', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'CashbackRule', id: string }
    | { __typename: 'EarningCap', id: string }
    | { __typename: 'FixedPointsRule', id: string }
    | { __typename: 'Hold', id: string }
    | { __typename: 'Household', id: string }
    | { __typename: 'IdentityProvider', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'MembershipEntry', id: string }
    | { __typename: 'NthTimeRule', id: string }
    | { __typename: 'PointConversion', id: string }
    | { __typename: 'PointCurrency', id: string }
    | { __typename: 'PointsEntry', id: string }
    | { __typename: 'PointsPerItemRule', id: string }
    | { __typename: 'PointsPerSpendRule', id: string }
    | { __typename: 'Program', id: string }
    | { __typename: 'ProgramEntry', id: string }
    | { __typename: 'Referral', id: string }
    | { __typename: 'ReferralEntry', id: string }
    | { __typename: 'ReferralRule', id: string }
    | { __typename: 'Staff', id: string }
    | { __typename: 'StampCardRule', id: string }
    | { __typename: 'StreakRule', id: string }
    | { __typename: 'Tier', id: string }
    | { __typename: 'TierEntry', id: string }
    | { __typename: 'TierSet', id: string }
    | { __typename: 'WebhookDelivery', id: string }
    | { __typename: 'WebhookEndpoint', id: string }
   | null };

export type FeedInfoQueryVariables = Exact<{ [key: string]: never; }>;


export type FeedInfoQuery = { feedInfo: { epoch: string, oldestCursor: string, headCursor: string } | null };

export type BalanceChangedSubscriptionVariables = Exact<{
  member: MemberRef;
  after?: string | null | undefined;
}>;


export type BalanceChangedSubscription = { balanceChanged:
    | { __typename: 'BalanceChange', cursor: string, number: number, follows: number, changes: Array<{ amount: number, balanceAfter: number }> }
    | { __typename: 'BalanceSnapshot', cursor: string, number: number, wallets: Array<{ active: number }> }
    | { __typename: 'StreamBookmark', cursor: string }
    | { __typename: 'StreamReset', cursor: string, reason: StreamResetReason }
   | null };

export type TierChangedSubscriptionVariables = Exact<{
  member: MemberRef;
  after?: string | null | undefined;
}>;


export type TierChangedSubscription = { tierChanged:
    | { __typename: 'StreamBookmark', cursor: string }
    | { __typename: 'StreamReset', cursor: string, reason: StreamResetReason }
    | { __typename: 'TierChange', cursor: string, number: number, follows: number, entry: { fromTierName: string, toTierName: string } }
    | { __typename: 'TierSnapshot', cursor: string, number: number, standings: Array<{ tier: { name: string } }> }
   | null };

export type JournalItemsSubscriptionVariables = Exact<{
  filter?: JournalFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type JournalItemsSubscription = { journal:
    | { __typename: 'JournalChange', cursor: string, number: number, follows: number, entry:
        | { kind: JournalEntryKind, streamId: string }
        | { kind: JournalEntryKind, streamId: string }
        | { kind: JournalEntryKind, streamId: string }
        | { kind: JournalEntryKind, streamId: string }
        | { kind: JournalEntryKind, streamId: string }
        | { kind: JournalEntryKind, streamId: string }
       }
    | { __typename: 'JournalSnapshot', cursor: string, number: number }
    | { __typename: 'StreamBookmark', cursor: string }
    | { __typename: 'StreamReset', cursor: string, reason: StreamResetReason }
   | null };

export type RateLimitQueryVariables = Exact<{ [key: string]: never; }>;


export type RateLimitQuery = { rateLimit: { limit: number, remaining: number, resetAt: string } | null };

export type EndpointFragment = { id: string, url: string, description: string | null, isEnabled: boolean, disabledReason: WebhookDisabledReason | null, failingSince: string | null, lastSuccessAt: string | null, previousSecretUntil: string | null, isReplaying: boolean, filter: { kinds: Array<JournalEntryKind> | null, memberIds: Array<string> | null, currencyCodes: Array<string> | null } };

export type CreateWebhookEndpointMutationVariables = Exact<{
  input: CreateWebhookEndpointInput;
}>;


export type CreateWebhookEndpointMutation = { createWebhookEndpoint: { secret: string | null, webhookEndpoint: { id: string, url: string, description: string | null, isEnabled: boolean, disabledReason: WebhookDisabledReason | null, failingSince: string | null, lastSuccessAt: string | null, previousSecretUntil: string | null, isReplaying: boolean, filter: { kinds: Array<JournalEntryKind> | null, memberIds: Array<string> | null, currencyCodes: Array<string> | null } } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type UpdateWebhookEndpointMutationVariables = Exact<{
  input: UpdateWebhookEndpointInput;
}>;


export type UpdateWebhookEndpointMutation = { updateWebhookEndpoint: { webhookEndpoint: { id: string, url: string, description: string | null, isEnabled: boolean, disabledReason: WebhookDisabledReason | null, failingSince: string | null, lastSuccessAt: string | null, previousSecretUntil: string | null, isReplaying: boolean, filter: { kinds: Array<JournalEntryKind> | null, memberIds: Array<string> | null, currencyCodes: Array<string> | null } } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type DeleteWebhookEndpointMutationVariables = Exact<{
  input: DeleteWebhookEndpointInput;
}>;


export type DeleteWebhookEndpointMutation = { deleteWebhookEndpoint: { deletedId: string | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type RotateWebhookSecretMutationVariables = Exact<{
  input: RotateWebhookSecretInput;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret: { secret: string | null, webhookEndpoint: { id: string, url: string, description: string | null, isEnabled: boolean, disabledReason: WebhookDisabledReason | null, failingSince: string | null, lastSuccessAt: string | null, previousSecretUntil: string | null, isReplaying: boolean, filter: { kinds: Array<JournalEntryKind> | null, memberIds: Array<string> | null, currencyCodes: Array<string> | null } } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type SendTestWebhookMutationVariables = Exact<{
  input: SendTestWebhookInput;
}>;


export type SendTestWebhookMutation = { sendTestWebhook: { isDelivered: boolean | null, statusCode: number | null, error: string | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type RetryWebhookDeliveriesMutationVariables = Exact<{
  input: RetryWebhookDeliveriesInput;
}>;


export type RetryWebhookDeliveriesMutation = { retryWebhookDeliveries: { count: number | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type ReplayWebhookMutationVariables = Exact<{
  input: ReplayWebhookInput;
}>;


export type ReplayWebhookMutation = { replayWebhook: { webhookEndpoint: { id: string, url: string, description: string | null, isEnabled: boolean, disabledReason: WebhookDisabledReason | null, failingSince: string | null, lastSuccessAt: string | null, previousSecretUntil: string | null, isReplaying: boolean, filter: { kinds: Array<JournalEntryKind> | null, memberIds: Array<string> | null, currencyCodes: Array<string> | null } } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type WebhookEndpointsQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookEndpointsQuery = { webhookEndpoints: Array<{ id: string, url: string, description: string | null, isEnabled: boolean, disabledReason: WebhookDisabledReason | null, failingSince: string | null, lastSuccessAt: string | null, previousSecretUntil: string | null, isReplaying: boolean, filter: { kinds: Array<JournalEntryKind> | null, memberIds: Array<string> | null, currencyCodes: Array<string> | null } }> | null };

export type WebhookDeliveriesQueryVariables = Exact<{
  status?: WebhookDeliveryStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WebhookDeliveriesQuery = { webhookEndpoints: Array<{ id: string, deliveries: { nodes: Array<{ id: string, status: WebhookDeliveryStatus, entryId: string, kind: JournalEntryKind, streamId: string, number: number, isReplay: boolean, attempts: number, lastAttemptAt: string | null, lastStatusCode: number | null, lastError: string | null, nextAttemptAt: string | null, createdAt: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }> | null };

export type HouseholdFieldsFragment = { id: string, name: string, spending: HouseholdSpending, wallets: Array<{ currencyCode: string, active: number }>, members: Array<{ memberId: string, role: HouseholdRole, member: { externalId: string | null } | null }> };

export type CreateHouseholdMutationVariables = Exact<{
  input: CreateHouseholdInput;
}>;


export type CreateHouseholdMutation = { createHousehold: { household: { id: string, name: string, spending: HouseholdSpending, wallets: Array<{ currencyCode: string, active: number }>, members: Array<{ memberId: string, role: HouseholdRole, member: { externalId: string | null } | null }> } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type JoinHouseholdMutationVariables = Exact<{
  input: JoinHouseholdInput;
}>;


export type JoinHouseholdMutation = { joinHousehold: { household: { id: string, name: string, spending: HouseholdSpending, wallets: Array<{ currencyCode: string, active: number }>, members: Array<{ memberId: string, role: HouseholdRole, member: { externalId: string | null } | null }> } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type LeaveHouseholdMutationVariables = Exact<{
  input: LeaveHouseholdInput;
}>;


export type LeaveHouseholdMutation = { leaveHousehold: { household: { id: string, name: string, spending: HouseholdSpending, wallets: Array<{ currencyCode: string, active: number }>, members: Array<{ memberId: string, role: HouseholdRole, member: { externalId: string | null } | null }> } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type SetHouseholdRoleMutationVariables = Exact<{
  input: SetHouseholdRoleInput;
}>;


export type SetHouseholdRoleMutation = { setHouseholdRole: { household: { id: string, name: string, spending: HouseholdSpending, wallets: Array<{ currencyCode: string, active: number }>, members: Array<{ memberId: string, role: HouseholdRole, member: { externalId: string | null } | null }> } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type UpdateHouseholdMutationVariables = Exact<{
  input: UpdateHouseholdInput;
}>;


export type UpdateHouseholdMutation = { updateHousehold: { household: { id: string, name: string, spending: HouseholdSpending, wallets: Array<{ currencyCode: string, active: number }>, members: Array<{ memberId: string, role: HouseholdRole, member: { externalId: string | null } | null }> } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type SpendHouseholdPointsMutationVariables = Exact<{
  input: SpendHouseholdPointsInput;
}>;


export type SpendHouseholdPointsMutation = { spendHouseholdPoints: { replayed: boolean, entry: { id: string, kind: JournalEntryKind, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceAfter: number }> } | null, parts: Array<{ memberId: string, points: number, entryId: string }>, household: { id: string, name: string, spending: HouseholdSpending, wallets: Array<{ currencyCode: string, active: number }>, members: Array<{ memberId: string, role: HouseholdRole, member: { externalId: string | null } | null }> } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type HouseholdOfQueryVariables = Exact<{
  ref: MemberRef;
}>;


export type HouseholdOfQuery = { member: { household: { id: string, name: string, spending: HouseholdSpending, wallets: Array<{ currencyCode: string, active: number }>, members: Array<{ memberId: string, role: HouseholdRole, member: { externalId: string | null } | null }> } | null } | null };

export type HouseholdsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type HouseholdsQuery = { households: { nodes: Array<{ id: string, name: string, spending: HouseholdSpending, wallets: Array<{ currencyCode: string, active: number }>, members: Array<{ memberId: string, role: HouseholdRole, member: { externalId: string | null } | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type PreviewActivityQueryVariables = Exact<{
  input: PreviewActivityInput;
}>;


export type PreviewActivityQuery = { previewActivity: { entries: Array<
      | { __typename: 'ActivityEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> }
      | { __typename: 'MembershipEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> }
      | { __typename: 'PointsEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> }
      | { __typename: 'ProgramEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> }
      | { __typename: 'ReferralEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> }
      | { __typename: 'TierEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> }
    >, awards: Array<{ currencyCode: string, requested: number, granted: number, limitedBy: Array<{ name: string, requested: number, granted: number }> }>, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

type Told_ActivityEntry_Fragment = { __typename: 'ActivityEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> };

type Told_MembershipEntry_Fragment = { __typename: 'MembershipEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> };

type Told_PointsEntry_Fragment = { __typename: 'PointsEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> };

type Told_ProgramEntry_Fragment = { __typename: 'ProgramEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> };

type Told_ReferralEntry_Fragment = { __typename: 'ReferralEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> };

type Told_TierEntry_Fragment = { __typename: 'TierEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> };

export type ToldFragment =
  | Told_ActivityEntry_Fragment
  | Told_MembershipEntry_Fragment
  | Told_PointsEntry_Fragment
  | Told_ProgramEntry_Fragment
  | Told_ReferralEntry_Fragment
  | Told_TierEntry_Fragment
;

export type ToldSinceQueryVariables = Exact<{
  externalId: string;
  last: number;
}>;


export type ToldSinceQuery = { member: { journal: { nodes: Array<
        | { __typename: 'ActivityEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> }
        | { __typename: 'MembershipEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> }
        | { __typename: 'PointsEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> }
        | { __typename: 'ProgramEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> }
        | { __typename: 'ReferralEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> }
        | { __typename: 'TierEntry', number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, explanation: Record<string, unknown> | null, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number, pending: number, held: number, debt: number }> }
      > } } | null };

type Rule_AchievementRule_Fragment = { __typename: 'AchievementRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null };

type Rule_CashbackRule_Fragment = { __typename: 'CashbackRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null };

type Rule_FixedPointsRule_Fragment = { __typename: 'FixedPointsRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null };

type Rule_NthTimeRule_Fragment = { __typename: 'NthTimeRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null };

type Rule_PointsPerItemRule_Fragment = { __typename: 'PointsPerItemRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null };

type Rule_PointsPerSpendRule_Fragment = { __typename: 'PointsPerSpendRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null };

type Rule_ReferralRule_Fragment = { __typename: 'ReferralRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null };

type Rule_StampCardRule_Fragment = { __typename: 'StampCardRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null };

type Rule_StreakRule_Fragment = { __typename: 'StreakRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null };

export type RuleFragment =
  | Rule_AchievementRule_Fragment
  | Rule_CashbackRule_Fragment
  | Rule_FixedPointsRule_Fragment
  | Rule_NthTimeRule_Fragment
  | Rule_PointsPerItemRule_Fragment
  | Rule_PointsPerSpendRule_Fragment
  | Rule_ReferralRule_Fragment
  | Rule_StampCardRule_Fragment
  | Rule_StreakRule_Fragment
;

export type UpdateEarningRuleMutationVariables = Exact<{
  input: UpdateEarningRuleInput;
}>;


export type UpdateEarningRuleMutation = { updateEarningRule: { earningRule:
      | { __typename: 'AchievementRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'CashbackRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'FixedPointsRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'NthTimeRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'PointsPerItemRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'PointsPerSpendRule', points: string, id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'ReferralRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'StampCardRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'StreakRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
     | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type DeleteEarningRuleMutationVariables = Exact<{
  input: DeleteEarningRuleInput;
}>;


export type DeleteEarningRuleMutation = { deleteEarningRule: { deletedId: string | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type EarningRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type EarningRulesQuery = { program: { earningRules: Array<
      | { __typename: 'AchievementRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'CashbackRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'FixedPointsRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'NthTimeRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'PointsPerItemRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'PointsPerSpendRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'ReferralRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'StampCardRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
      | { __typename: 'StreakRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
    > } | null };

export type EarningRuleVersionsQueryVariables = Exact<{ [key: string]: never; }>;


export type EarningRuleVersionsQuery = { program: { settingsVersion: number, earningRules: Array<
      | { id: string, versions: Array<{ version: number, publishedAt: string, rule:
            | { __typename: 'AchievementRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'CashbackRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'FixedPointsRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'NthTimeRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerItemRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerSpendRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'ReferralRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StampCardRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StreakRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
           }> }
      | { id: string, versions: Array<{ version: number, publishedAt: string, rule:
            | { __typename: 'AchievementRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'CashbackRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'FixedPointsRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'NthTimeRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerItemRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerSpendRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'ReferralRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StampCardRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StreakRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
           }> }
      | { id: string, versions: Array<{ version: number, publishedAt: string, rule:
            | { __typename: 'AchievementRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'CashbackRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'FixedPointsRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'NthTimeRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerItemRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerSpendRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'ReferralRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StampCardRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StreakRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
           }> }
      | { id: string, versions: Array<{ version: number, publishedAt: string, rule:
            | { __typename: 'AchievementRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'CashbackRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'FixedPointsRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'NthTimeRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerItemRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerSpendRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'ReferralRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StampCardRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StreakRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
           }> }
      | { id: string, versions: Array<{ version: number, publishedAt: string, rule:
            | { __typename: 'AchievementRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'CashbackRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'FixedPointsRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'NthTimeRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerItemRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerSpendRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'ReferralRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StampCardRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StreakRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
           }> }
      | { id: string, versions: Array<{ version: number, publishedAt: string, rule:
            | { __typename: 'AchievementRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'CashbackRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'FixedPointsRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'NthTimeRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerItemRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerSpendRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'ReferralRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StampCardRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StreakRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
           }> }
      | { id: string, versions: Array<{ version: number, publishedAt: string, rule:
            | { __typename: 'AchievementRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'CashbackRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'FixedPointsRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'NthTimeRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerItemRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerSpendRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'ReferralRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StampCardRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StreakRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
           }> }
      | { id: string, versions: Array<{ version: number, publishedAt: string, rule:
            | { __typename: 'AchievementRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'CashbackRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'FixedPointsRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'NthTimeRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerItemRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerSpendRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'ReferralRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StampCardRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StreakRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
           }> }
      | { id: string, versions: Array<{ version: number, publishedAt: string, rule:
            | { __typename: 'AchievementRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'CashbackRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'FixedPointsRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'NthTimeRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerItemRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'PointsPerSpendRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'ReferralRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StampCardRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
            | { __typename: 'StreakRule', id: string, name: string, version: number | null, currencyCode: string, rounding: RoundingMode, isActive: boolean, validFrom: string | null, validTo: string | null, conditions: { channels: Array<string>, excludedChannels: Array<string>, stores: Array<string>, excludedStores: Array<string>, skus: Array<string>, excludedSkus: Array<string>, categories: Array<string>, excludedCategories: Array<string>, brands: Array<string>, excludedBrands: Array<string>, tiers: Array<string>, segments: Array<string>, weekdays: Array<number>, timesOfDay: Array<{ from: string, to: string }>, minAmount: { amount: string, currencyCode: string } | null, attributes: Array<{ name: string, operator: AttributeOperator, values: Array<string> }> } | null }
           }> }
    > } | null };

export type AllWalletsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AllWalletsQuery = { members: { nodes: Array<{ wallets: Array<{ active: number, earned: number, spent: number, expired: number, pointCurrency: { code: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ActivitiesOfQueryVariables = Exact<{
  externalId: string;
}>;


export type ActivitiesOfQuery = { member: { birthDate: string | null, wallets: Array<{ active: number }>, journal: { nodes: Array<
        | { kind: JournalEntryKind, effectiveAt: string, actor: string, isBackDated: boolean, summary: string }
        | { kind: JournalEntryKind, effectiveAt: string, actor: string, isBackDated: boolean, summary: string }
        | { kind: JournalEntryKind, effectiveAt: string, actor: string, isBackDated: boolean, summary: string }
        | { kind: JournalEntryKind, effectiveAt: string, actor: string, isBackDated: boolean, summary: string }
        | { kind: JournalEntryKind, effectiveAt: string, actor: string, isBackDated: boolean, summary: string }
        | { kind: JournalEntryKind, effectiveAt: string, actor: string, isBackDated: boolean, summary: string }
      > } } | null };

export type RuleProgressQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type RuleProgressQuery = { members: { nodes: Array<{ ruleProgress: Array<{ current: string, target: string, times: number | null, badge: string | null, rule:
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
         }> }> } | null };

export type ReferralFieldsFragment = { id: string, state: ReferralState, startedAt: string, qualifyBy: string | null, qualifiedAt: string | null, approvesAt: string | null, endedAt: string | null, voidReason: ReferralVoidReason | null, referrerPoints: number | null, refereePoints: number | null, flags: Array<{ code: ReferralFlagCode, note: string | null }> | null, referrer: { externalId: string | null } | null, referee: { externalId: string | null } | null };

export type ReferralsOfQueryVariables = Exact<{
  ref: MemberRef;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReferralsOfQuery = { member: { id: string, referralCode: string | null, referredBy: { id: string, state: ReferralState, startedAt: string, qualifyBy: string | null, qualifiedAt: string | null, approvesAt: string | null, endedAt: string | null, voidReason: ReferralVoidReason | null, referrerPoints: number | null, refereePoints: number | null, flags: Array<{ code: ReferralFlagCode, note: string | null }> | null, referrer: { externalId: string | null } | null, referee: { externalId: string | null } | null } | null, referrals: { nodes: Array<{ id: string, state: ReferralState, startedAt: string, qualifyBy: string | null, qualifiedAt: string | null, approvesAt: string | null, endedAt: string | null, voidReason: ReferralVoidReason | null, referrerPoints: number | null, refereePoints: number | null, flags: Array<{ code: ReferralFlagCode, note: string | null }> | null, referrer: { externalId: string | null } | null, referee: { externalId: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, wallet: { active: number, pending: number, earned: number } | null } | null };

export type ReferralQueryVariables = Exact<{
  id: string;
}>;


export type ReferralQuery = { referral: { id: string, state: ReferralState, startedAt: string, qualifyBy: string | null, qualifiedAt: string | null, approvesAt: string | null, endedAt: string | null, voidReason: ReferralVoidReason | null, referrerPoints: number | null, refereePoints: number | null, rule:
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
      | { returnWindow: string | null, id: string, name: string }
      | { id: string, name: string }
      | { id: string, name: string }
     | null, flags: Array<{ code: ReferralFlagCode, note: string | null }> | null, referrer: { externalId: string | null } | null, referee: { externalId: string | null } | null } | null };

export type FlaggedReferralsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FlaggedReferralsQuery = { flaggedReferrals: { nodes: Array<{ id: string, state: ReferralState, startedAt: string, qualifyBy: string | null, qualifiedAt: string | null, approvesAt: string | null, endedAt: string | null, voidReason: ReferralVoidReason | null, referrerPoints: number | null, refereePoints: number | null, flags: Array<{ code: ReferralFlagCode, note: string | null }> | null, referrer: { externalId: string | null } | null, referee: { externalId: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ReferMemberMutationVariables = Exact<{
  input: ReferMemberInput;
}>;


export type ReferMemberMutation = { referMember: { referral: { id: string, state: ReferralState, startedAt: string, qualifyBy: string | null, qualifiedAt: string | null, approvesAt: string | null, endedAt: string | null, voidReason: ReferralVoidReason | null, referrerPoints: number | null, refereePoints: number | null, flags: Array<{ code: ReferralFlagCode, note: string | null }> | null, referrer: { externalId: string | null } | null, referee: { externalId: string | null } | null } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type JudgedFragment = { replayed: boolean, referral: { id: string, state: ReferralState, startedAt: string, qualifyBy: string | null, qualifiedAt: string | null, approvesAt: string | null, endedAt: string | null, voidReason: ReferralVoidReason | null, referrerPoints: number | null, refereePoints: number | null, flags: Array<{ code: ReferralFlagCode, note: string | null }> | null, referrer: { externalId: string | null } | null, referee: { externalId: string | null } | null } | null, entry: { __typename: 'ReferralEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> } | null, errors: Array<
    | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
    | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
    | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
    | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
    | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
    | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
    | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
    | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
    | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
    | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
    | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
  > };

export type FlagReferralMutationVariables = Exact<{
  input: JudgeReferralInput;
}>;


export type FlagReferralMutation = { flagReferral: { replayed: boolean, referral: { id: string, state: ReferralState, startedAt: string, qualifyBy: string | null, qualifiedAt: string | null, approvesAt: string | null, endedAt: string | null, voidReason: ReferralVoidReason | null, referrerPoints: number | null, refereePoints: number | null, flags: Array<{ code: ReferralFlagCode, note: string | null }> | null, referrer: { externalId: string | null } | null, referee: { externalId: string | null } | null } | null, entry: { __typename: 'ReferralEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type ApproveReferralMutationVariables = Exact<{
  input: JudgeReferralInput;
}>;


export type ApproveReferralMutation = { approveReferral: { replayed: boolean, referral: { id: string, state: ReferralState, startedAt: string, qualifyBy: string | null, qualifiedAt: string | null, approvesAt: string | null, endedAt: string | null, voidReason: ReferralVoidReason | null, referrerPoints: number | null, refereePoints: number | null, flags: Array<{ code: ReferralFlagCode, note: string | null }> | null, referrer: { externalId: string | null } | null, referee: { externalId: string | null } | null } | null, entry: { __typename: 'ReferralEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export type VoidReferralMutationVariables = Exact<{
  input: JudgeReferralInput;
}>;


export type VoidReferralMutation = { voidReferral: { replayed: boolean, referral: { id: string, state: ReferralState, startedAt: string, qualifyBy: string | null, qualifiedAt: string | null, approvesAt: string | null, endedAt: string | null, voidReason: ReferralVoidReason | null, referrerPoints: number | null, refereePoints: number | null, flags: Array<{ code: ReferralFlagCode, note: string | null }> | null, referrer: { externalId: string | null } | null, referee: { externalId: string | null } | null } | null, entry: { __typename: 'ReferralEntry', id: string, number: number, kind: JournalEntryKind, effectiveAt: string, isBackDated: boolean, actor: string, settingsVersion: number, summary: string, changes: Array<{ currencyCode: string, amount: number, balanceBefore: number, balanceAfter: number }> } | null, errors: Array<
      | { __typename: 'ActivityAlreadyRecorded', code: string, message: string, path: Array<string> | null }
      | { __typename: 'CurrencyMismatch', expected: string, actual: string, code: string, message: string, path: Array<string> | null }
      | { __typename: 'HoldEnded', status: string, endedBy: number, captured: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'IdempotencyKeyReused', code: string, message: string, path: Array<string> | null }
      | { __typename: 'InsufficientPoints', available: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
      | { __typename: 'LimitExceeded', remaining: number, required: number, code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberAlreadyEnrolled', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotActive', code: string, message: string, path: Array<string> | null }
      | { __typename: 'MemberNotFound', code: string, message: string, path: Array<string> | null }
      | { __typename: 'RetryLater', code: string, message: string, path: Array<string> | null }
    > } | null };

export const LadderFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Ladder"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierSet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"countsPurchasesOnly"}},{"kind":"Field","name":{"kind":"Name","value":"event"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"window"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"day"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"}}]}},{"kind":"Field","name":{"kind":"Name","value":"upgrades"}},{"kind":"Field","name":{"kind":"Name","value":"lasts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"furtherPeriods"}},{"kind":"Field","name":{"kind":"Name","value":"period"}}]}},{"kind":"Field","name":{"kind":"Name","value":"downgrade"}},{"kind":"Field","name":{"kind":"Name","value":"grace"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"thresholds"}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"isRetired"}}]}}]}}]} as unknown as DocumentNode<LadderFragment, unknown>;
export const GoalFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Goal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierGoal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"isReached"}},{"kind":"Field","name":{"kind":"Name","value":"countsFrom"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gathered"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}}]}}]} as unknown as DocumentNode<GoalFragment, unknown>;
export const StandingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierStanding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tierSet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isRetired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"evaluatesAt"}},{"kind":"Field","name":{"kind":"Name","value":"graceUntil"}},{"kind":"Field","name":{"kind":"Name","value":"isInGrace"}},{"kind":"Field","name":{"kind":"Name","value":"upgradesAt"}},{"kind":"Field","name":{"kind":"Name","value":"manual"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gathered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"windowStartsAt"}},{"kind":"Field","name":{"kind":"Name","value":"windowEndsAt"}},{"kind":"Field","name":{"kind":"Name","value":"projection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"next"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Goal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Goal"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Goal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierGoal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"isReached"}},{"kind":"Field","name":{"kind":"Name","value":"countsFrom"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gathered"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}}]}}]} as unknown as DocumentNode<StandingFragment, unknown>;
export const MovedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Moved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}}]} as unknown as DocumentNode<MovedFragment, unknown>;
export const HoldPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HoldParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Hold"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}}]}}]} as unknown as DocumentNode<HoldPartsFragment, unknown>;
export const ErrorsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<ErrorsFragment, unknown>;
export const HeldFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Held"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Moved"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"hold"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HoldParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Moved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HoldParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Hold"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<HeldFragment, unknown>;
export const PointsMovedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PointsMoved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PointsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Moved"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Moved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<PointsMovedFragment, unknown>;
export const EndpointFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Endpoint"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookEndpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"isEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"disabledReason"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"previousSecretUntil"}},{"kind":"Field","name":{"kind":"Name","value":"isReplaying"}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"memberIds"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCodes"}}]}}]}}]} as unknown as DocumentNode<EndpointFragment, unknown>;
export const HouseholdFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HouseholdFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Household"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"spending"}},{"kind":"Field","name":{"kind":"Name","value":"wallets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberId"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]}}]} as unknown as DocumentNode<HouseholdFieldsFragment, unknown>;
export const ToldFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Told"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}}]}}]} as unknown as DocumentNode<ToldFragment, unknown>;
export const RuleFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Rule"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EarningRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"rounding"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"Field","name":{"kind":"Name","value":"excludedChannels"}},{"kind":"Field","name":{"kind":"Name","value":"stores"}},{"kind":"Field","name":{"kind":"Name","value":"excludedStores"}},{"kind":"Field","name":{"kind":"Name","value":"skus"}},{"kind":"Field","name":{"kind":"Name","value":"excludedSkus"}},{"kind":"Field","name":{"kind":"Name","value":"categories"}},{"kind":"Field","name":{"kind":"Name","value":"excludedCategories"}},{"kind":"Field","name":{"kind":"Name","value":"brands"}},{"kind":"Field","name":{"kind":"Name","value":"excludedBrands"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"segments"}},{"kind":"Field","name":{"kind":"Name","value":"timesOfDay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"weekdays"}},{"kind":"Field","name":{"kind":"Name","value":"minAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}},{"kind":"Field","name":{"kind":"Name","value":"values"}}]}}]}}]}}]} as unknown as DocumentNode<RuleFragment, unknown>;
export const ReferralFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"qualifyBy"}},{"kind":"Field","name":{"kind":"Name","value":"qualifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvesAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"voidReason"}},{"kind":"Field","name":{"kind":"Name","value":"flags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrerPoints"}},{"kind":"Field","name":{"kind":"Name","value":"refereePoints"}},{"kind":"Field","name":{"kind":"Name","value":"referrer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]} as unknown as DocumentNode<ReferralFieldsFragment, unknown>;
export const EntryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromTierName"}},{"kind":"Field","name":{"kind":"Name","value":"toTierName"}},{"kind":"Field","name":{"kind":"Name","value":"tierReason"}}]}}]}}]} as unknown as DocumentNode<EntryFragment, unknown>;
export const JudgedFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Judged"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"qualifyBy"}},{"kind":"Field","name":{"kind":"Name","value":"qualifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvesAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"voidReason"}},{"kind":"Field","name":{"kind":"Name","value":"flags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrerPoints"}},{"kind":"Field","name":{"kind":"Name","value":"refereePoints"}},{"kind":"Field","name":{"kind":"Name","value":"referrer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromTierName"}},{"kind":"Field","name":{"kind":"Name","value":"toTierName"}},{"kind":"Field","name":{"kind":"Name","value":"tierReason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<JudgedFragment, unknown>;
export const CreateProgramDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateProgram"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateProgramInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createProgram"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"program"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<CreateProgramMutation, CreateProgramMutationVariables>;
export const CreatePointCurrencyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreatePointCurrency"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePointCurrencyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPointCurrency"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pointCurrency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<CreatePointCurrencyMutation, CreatePointCurrencyMutationVariables>;
export const UpdatePointCurrencyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdatePointCurrency"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdatePointCurrencyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updatePointCurrency"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pointCurrency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"expiry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"roundUpTo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"activation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"period"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<UpdatePointCurrencyMutation, UpdatePointCurrencyMutationVariables>;
export const CreateTierSetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateTierSet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTierSetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createTierSet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tierSet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Ladder"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Ladder"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierSet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"countsPurchasesOnly"}},{"kind":"Field","name":{"kind":"Name","value":"event"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"window"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"day"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"}}]}},{"kind":"Field","name":{"kind":"Name","value":"upgrades"}},{"kind":"Field","name":{"kind":"Name","value":"lasts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"furtherPeriods"}},{"kind":"Field","name":{"kind":"Name","value":"period"}}]}},{"kind":"Field","name":{"kind":"Name","value":"downgrade"}},{"kind":"Field","name":{"kind":"Name","value":"grace"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"thresholds"}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"isRetired"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<CreateTierSetMutation, CreateTierSetMutationVariables>;
export const UpdateTierSetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateTierSet"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateTierSetInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateTierSet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tierSet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Ladder"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Ladder"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierSet"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"countsPurchasesOnly"}},{"kind":"Field","name":{"kind":"Name","value":"event"}}]}},{"kind":"Field","name":{"kind":"Name","value":"policy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"window"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"day"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"}}]}},{"kind":"Field","name":{"kind":"Name","value":"upgrades"}},{"kind":"Field","name":{"kind":"Name","value":"lasts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"furtherPeriods"}},{"kind":"Field","name":{"kind":"Name","value":"period"}}]}},{"kind":"Field","name":{"kind":"Name","value":"downgrade"}},{"kind":"Field","name":{"kind":"Name","value":"grace"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"thresholds"}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"multiplier"}},{"kind":"Field","name":{"kind":"Name","value":"isRetired"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<UpdateTierSetMutation, UpdateTierSetMutationVariables>;
export const SetTierDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetTier"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetTierInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setTier"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Goal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierGoal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"isReached"}},{"kind":"Field","name":{"kind":"Name","value":"countsFrom"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gathered"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromTierName"}},{"kind":"Field","name":{"kind":"Name","value":"toTierName"}},{"kind":"Field","name":{"kind":"Name","value":"tierReason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierStanding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tierSet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isRetired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"evaluatesAt"}},{"kind":"Field","name":{"kind":"Name","value":"graceUntil"}},{"kind":"Field","name":{"kind":"Name","value":"isInGrace"}},{"kind":"Field","name":{"kind":"Name","value":"upgradesAt"}},{"kind":"Field","name":{"kind":"Name","value":"manual"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gathered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"windowStartsAt"}},{"kind":"Field","name":{"kind":"Name","value":"windowEndsAt"}},{"kind":"Field","name":{"kind":"Name","value":"projection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"next"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Goal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Goal"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<SetTierMutation, SetTierMutationVariables>;
export const ClearTierDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ClearTier"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ClearTierInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clearTier"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Goal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierGoal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"isReached"}},{"kind":"Field","name":{"kind":"Name","value":"countsFrom"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gathered"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromTierName"}},{"kind":"Field","name":{"kind":"Name","value":"toTierName"}},{"kind":"Field","name":{"kind":"Name","value":"tierReason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierStanding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tierSet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isRetired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"evaluatesAt"}},{"kind":"Field","name":{"kind":"Name","value":"graceUntil"}},{"kind":"Field","name":{"kind":"Name","value":"isInGrace"}},{"kind":"Field","name":{"kind":"Name","value":"upgradesAt"}},{"kind":"Field","name":{"kind":"Name","value":"manual"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gathered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"windowStartsAt"}},{"kind":"Field","name":{"kind":"Name","value":"windowEndsAt"}},{"kind":"Field","name":{"kind":"Name","value":"projection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"next"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Goal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Goal"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<ClearTierMutation, ClearTierMutationVariables>;
export const StandingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Standings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ref"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberRef"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ref"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ref"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"standings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Goal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierGoal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"isReached"}},{"kind":"Field","name":{"kind":"Name","value":"countsFrom"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gathered"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierStanding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tierSet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isRetired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"evaluatesAt"}},{"kind":"Field","name":{"kind":"Name","value":"graceUntil"}},{"kind":"Field","name":{"kind":"Name","value":"isInGrace"}},{"kind":"Field","name":{"kind":"Name","value":"upgradesAt"}},{"kind":"Field","name":{"kind":"Name","value":"manual"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gathered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"windowStartsAt"}},{"kind":"Field","name":{"kind":"Name","value":"windowEndsAt"}},{"kind":"Field","name":{"kind":"Name","value":"projection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"next"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Goal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Goal"}}]}}]}}]}}]} as unknown as DocumentNode<StandingsQuery, StandingsQueryVariables>;
export const StandingAsOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StandingAsOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ref"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberRef"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"tierSet"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTimeISO"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ref"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ref"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"standing"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"tierSet"},"value":{"kind":"Variable","name":{"kind":"Name","value":"tierSet"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Standing"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Goal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierGoal"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"isReached"}},{"kind":"Field","name":{"kind":"Name","value":"countsFrom"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gathered"}},{"kind":"Field","name":{"kind":"Name","value":"threshold"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Standing"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierStanding"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tierSet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isRetired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"evaluatesAt"}},{"kind":"Field","name":{"kind":"Name","value":"graceUntil"}},{"kind":"Field","name":{"kind":"Name","value":"isInGrace"}},{"kind":"Field","name":{"kind":"Name","value":"upgradesAt"}},{"kind":"Field","name":{"kind":"Name","value":"manual"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"measures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gathered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"windowStartsAt"}},{"kind":"Field","name":{"kind":"Name","value":"windowEndsAt"}},{"kind":"Field","name":{"kind":"Name","value":"projection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"next"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Goal"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Goal"}}]}}]}}]}}]} as unknown as DocumentNode<StandingAsOfQuery, StandingAsOfQueryVariables>;
export const TierEntriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TierEntries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ref"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberRef"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ref"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ref"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"TIER_CHANGED"},{"kind":"EnumValue","value":"TIER_KEPT"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entry"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromTierName"}},{"kind":"Field","name":{"kind":"Name","value":"toTierName"}},{"kind":"Field","name":{"kind":"Name","value":"tierReason"}}]}}]}}]} as unknown as DocumentNode<TierEntriesQuery, TierEntriesQueryVariables>;
export const CreateEarningRuleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateEarningRule"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateEarningRuleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createEarningRule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earningRule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<CreateEarningRuleMutation, CreateEarningRuleMutationVariables>;
export const SetEarningRuleActiveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetEarningRuleActive"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetEarningRuleActiveInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setEarningRuleActive"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earningRule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<SetEarningRuleActiveMutation, SetEarningRuleActiveMutationVariables>;
export const AdvanceClockDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdvanceClock"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdvanceClockInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"advanceClock"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"program"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isTest"}},{"kind":"Field","name":{"kind":"Name","value":"now"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<AdvanceClockMutation, AdvanceClockMutationVariables>;
export const GoLiveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GoLive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"goLive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"program"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isTest"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<GoLiveMutation, GoLiveMutationVariables>;
export const CreateApiKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const ApiKeysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ApiKeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"previousSecretExpiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"staffId"}}]}}]}}]} as unknown as DocumentNode<ApiKeysQuery, ApiKeysQueryVariables>;
export const RotateApiKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RotateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"previousSecretExpiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<RotateApiKeyMutation, RotateApiKeyMutationVariables>;
export const AllStaffDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AllStaff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"staff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"disabledAt"}}]}}]}}]} as unknown as DocumentNode<AllStaffQuery, AllStaffQueryVariables>;
export const CreateStaffDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateStaff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateStaffInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createStaff"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"staff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<CreateStaffMutation, CreateStaffMutationVariables>;
export const UpdateStaffDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateStaff"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateStaffInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateStaff"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"staff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"disabledAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<UpdateStaffMutation, UpdateStaffMutationVariables>;
export const CreateMemberTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateMemberToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMemberTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMemberToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<CreateMemberTokenMutation, CreateMemberTokenMutationVariables>;
export const IdentityProvidersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IdentityProviders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"identityProviders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"issuer"}},{"kind":"Field","name":{"kind":"Name","value":"audience"}}]}}]}}]} as unknown as DocumentNode<IdentityProvidersQuery, IdentityProvidersQueryVariables>;
export const CreateIdentityProviderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateIdentityProvider"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateIdentityProviderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createIdentityProvider"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"identityProvider"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<CreateIdentityProviderMutation, CreateIdentityProviderMutationVariables>;
export const DeleteIdentityProviderDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteIdentityProvider"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteIdentityProviderInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteIdentityProvider"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<DeleteIdentityProviderMutation, DeleteIdentityProviderMutationVariables>;
export const EraseMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EraseMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EraseMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eraseMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"erasedAt"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"wallets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<EraseMemberMutation, EraseMemberMutationVariables>;
export const ExportMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExportMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExportMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exportMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"profile"}},{"kind":"Field","name":{"kind":"Name","value":"entries"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<ExportMemberMutation, ExportMemberMutationVariables>;
export const RevokeApiKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKey"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const EnrollMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EnrollMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EnrollMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrollMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<EnrollMemberMutation, EnrollMemberMutationVariables>;
export const EnrollMembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EnrollMembers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EnrollMembersInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrollMembers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcomes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<EnrollMembersMutation, EnrollMembersMutationVariables>;
export const UpdateMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<UpdateMemberMutation, UpdateMemberMutationVariables>;
export const SuspendMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SuspendMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetMemberStatusInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspendMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<SuspendMemberMutation, SuspendMemberMutationVariables>;
export const ReactivateMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReactivateMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetMemberStatusInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reactivateMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<ReactivateMemberMutation, ReactivateMemberMutationVariables>;
export const CloseMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetMemberStatusInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<CloseMemberMutation, CloseMemberMutationVariables>;
export const RecordActivityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordActivity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordActivityInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordActivity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"awards"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"granted"}},{"kind":"Field","name":{"kind":"Name","value":"limitedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"granted"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromTierName"}},{"kind":"Field","name":{"kind":"Name","value":"toTierName"}},{"kind":"Field","name":{"kind":"Name","value":"tierReason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<RecordActivityMutation, RecordActivityMutationVariables>;
export const RecordActivitiesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordActivities"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordActivitiesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordActivities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcomes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<RecordActivitiesMutation, RecordActivitiesMutationVariables>;
export const SpendPointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SpendPoints"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SpendPointsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"spendPoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromTierName"}},{"kind":"Field","name":{"kind":"Name","value":"toTierName"}},{"kind":"Field","name":{"kind":"Name","value":"tierReason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<SpendPointsMutation, SpendPointsMutationVariables>;
export const AdjustPointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdjustPoints"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdjustPointsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adjustPoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entry"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromTierName"}},{"kind":"Field","name":{"kind":"Name","value":"toTierName"}},{"kind":"Field","name":{"kind":"Name","value":"tierReason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<AdjustPointsMutation, AdjustPointsMutationVariables>;
export const MemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Member"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ref"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberRef"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ref"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ref"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"enrolledAt"}},{"kind":"Field","name":{"kind":"Name","value":"wallets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"pointCurrency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"expirations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"openedBy"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"standings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"since"}},{"kind":"Field","name":{"kind":"Name","value":"evaluatesAt"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"projection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nextTier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"toRegain"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"journal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entry"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromTierName"}},{"kind":"Field","name":{"kind":"Name","value":"toTierName"}},{"kind":"Field","name":{"kind":"Name","value":"tierReason"}}]}}]}}]} as unknown as DocumentNode<MemberQuery, MemberQueryVariables>;
export const MemberAsOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MemberAsOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ref"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberRef"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTimeISO"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTimeISO"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ref"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ref"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"wallet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standing"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}},{"kind":"Argument","name":{"kind":"Name","value":"knownAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"knownAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"}}]}}]}}]}}]} as unknown as DocumentNode<MemberAsOfQuery, MemberAsOfQueryVariables>;
export const MembersWithEverythingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MembersWithEverything"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"wallets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"lots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"standings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<MembersWithEverythingQuery, MembersWithEverythingQueryVariables>;
export const MembersAsOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MembersAsOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"walletAsOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTimeISO"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"standingAsOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTimeISO"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"walletAsOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"standing"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"standingAsOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<MembersAsOfQuery, MembersAsOfQueryVariables>;
export const WalletsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Wallets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<WalletsQuery, WalletsQueryVariables>;
export const JournalDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Journal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"JournalFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entry"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivityEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activity"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasMore"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromTierName"}},{"kind":"Field","name":{"kind":"Name","value":"toTierName"}},{"kind":"Field","name":{"kind":"Name","value":"tierReason"}}]}}]}}]} as unknown as DocumentNode<JournalQuery, JournalQueryVariables>;
export const ActivitiesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Activities"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ref"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberRef"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ref"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ref"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ActivitiesQuery, ActivitiesQueryVariables>;
export const CommandOutcomeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CommandOutcome"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"member"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberRef"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandOutcome"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"member"},"value":{"kind":"Variable","name":{"kind":"Name","value":"member"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<CommandOutcomeQuery, CommandOutcomeQueryVariables>;
export const HoldPointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HoldPoints"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HoldPointsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"holdPoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Held"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Moved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HoldParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Hold"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Held"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Moved"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"hold"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HoldParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]} as unknown as DocumentNode<HoldPointsMutation, HoldPointsMutationVariables>;
export const CaptureHoldDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CaptureHold"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CaptureHoldInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"captureHold"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Held"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Moved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HoldParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Hold"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Held"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Moved"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"hold"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HoldParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]} as unknown as DocumentNode<CaptureHoldMutation, CaptureHoldMutationVariables>;
export const ReleaseHoldDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReleaseHold"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReleaseHoldInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"releaseHold"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Held"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Moved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HoldParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Hold"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Held"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Moved"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"hold"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HoldParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]} as unknown as DocumentNode<ReleaseHoldMutation, ReleaseHoldMutationVariables>;
export const ReturnPurchaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReturnPurchase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReturnPurchaseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"returnPurchase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PointsMoved"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Moved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PointsMoved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PointsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Moved"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]} as unknown as DocumentNode<ReturnPurchaseMutation, ReturnPurchaseMutationVariables>;
export const CancelPurchaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelPurchase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelPurchaseInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelPurchase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PointsMoved"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Moved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PointsMoved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PointsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Moved"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]} as unknown as DocumentNode<CancelPurchaseMutation, CancelPurchaseMutationVariables>;
export const ReverseEntryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReverseEntry"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReverseEntryInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reverseEntry"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PointsMoved"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Moved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PointsMoved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PointsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Moved"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]} as unknown as DocumentNode<ReverseEntryMutation, ReverseEntryMutationVariables>;
export const ReinstatePointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReinstatePoints"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReinstatePointsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reinstatePoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PointsMoved"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Moved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PointsMoved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PointsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Moved"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]} as unknown as DocumentNode<ReinstatePointsMutation, ReinstatePointsMutationVariables>;
export const SetReturnPolicyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetReturnPolicy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetReturnPolicyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setReturnPolicy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"returnPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"attribution"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"restoreGrace"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<SetReturnPolicyMutation, SetReturnPolicyMutationVariables>;
export const CreateEarningCapDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateEarningCap"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateEarningCapInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createEarningCap"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earningCap"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"used"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<CreateEarningCapMutation, CreateEarningCapMutationVariables>;
export const DeleteEarningCapDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteEarningCap"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteEarningCapInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteEarningCap"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<DeleteEarningCapMutation, DeleteEarningCapMutationVariables>;
export const TransferPointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TransferPoints"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TransferPointsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transferPoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PointsMoved"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Moved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PointsMoved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PointsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Moved"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]} as unknown as DocumentNode<TransferPointsMutation, TransferPointsMutationVariables>;
export const SetTransferPolicyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetTransferPolicy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetTransferPolicyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setTransferPolicy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"transferPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerTransfer"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerPeriod"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<SetTransferPolicyMutation, SetTransferPolicyMutationVariables>;
export const SetAdjustmentPolicyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetAdjustmentPolicy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetAdjustmentPolicyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setAdjustmentPolicy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adjustmentPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxPerAdjustment"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerAgentPerDay"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<SetAdjustmentPolicyMutation, SetAdjustmentPolicyMutationVariables>;
export const LimitsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"program"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adjustmentPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxPerAdjustment"}},{"kind":"Field","name":{"kind":"Name","value":"maxPerAgentPerDay"}}]}},{"kind":"Field","name":{"kind":"Name","value":"earningCaps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"used"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}}]}}]}}]} as unknown as DocumentNode<LimitsQuery, LimitsQueryVariables>;
export const CreatePointConversionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreatePointConversion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePointConversionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPointConversion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pointConversion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<CreatePointConversionMutation, CreatePointConversionMutationVariables>;
export const DeletePointConversionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeletePointConversion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeletePointConversionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletePointConversion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<DeletePointConversionMutation, DeletePointConversionMutationVariables>;
export const ConvertPointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConvertPoints"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConvertPointsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"convertPoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PointsMoved"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Moved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PointsMoved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PointsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Moved"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]} as unknown as DocumentNode<ConvertPointsMutation, ConvertPointsMutationVariables>;
export const ActivatePointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ActivatePoints"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndPendingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activatePoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PointsMoved"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Moved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PointsMoved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PointsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Moved"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]} as unknown as DocumentNode<ActivatePointsMutation, ActivatePointsMutationVariables>;
export const CancelPointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelPoints"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndPendingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelPoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PointsMoved"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Moved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PointsMoved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PointsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Moved"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]} as unknown as DocumentNode<CancelPointsMutation, CancelPointsMutationVariables>;
export const HoldingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Holdings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ref"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberRef"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTimeISO"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ref"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ref"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"wallet"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}},{"kind":"Field","name":{"kind":"Name","value":"lots"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pendingPoints"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activityId"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"activatesAt"}},{"kind":"Field","name":{"kind":"Name","value":"event"}},{"kind":"Field","name":{"kind":"Name","value":"cancelsAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HoldParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"journal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Moved"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HoldParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Hold"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Moved"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WalletChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}}]} as unknown as DocumentNode<HoldingsQuery, HoldingsQueryVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"programId"}},{"kind":"Field","name":{"kind":"Name","value":"apiKeyId"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"staff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const NodeByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"NodeById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<NodeByIdQuery, NodeByIdQueryVariables>;
export const FeedInfoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FeedInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feedInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"epoch"}},{"kind":"Field","name":{"kind":"Name","value":"oldestCursor"}},{"kind":"Field","name":{"kind":"Name","value":"headCursor"}}]}}]}}]} as unknown as DocumentNode<FeedInfoQuery, FeedInfoQueryVariables>;
export const BalanceChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"BalanceChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"member"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberRef"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"balanceChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"member"},"value":{"kind":"Variable","name":{"kind":"Name","value":"member"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StreamItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BalanceSnapshot"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"wallets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"BalanceChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"follows"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StreamReset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<BalanceChangedSubscription, BalanceChangedSubscriptionVariables>;
export const TierChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"TierChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"member"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberRef"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tierChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"member"},"value":{"kind":"Variable","name":{"kind":"Name","value":"member"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StreamItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierSnapshot"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"standings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"follows"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromTierName"}},{"kind":"Field","name":{"kind":"Name","value":"toTierName"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StreamReset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TierChangedSubscription, TierChangedSubscriptionVariables>;
export const JournalItemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"JournalItems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"JournalFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StreamItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalSnapshot"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"follows"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"streamId"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StreamReset"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<JournalItemsSubscription, JournalItemsSubscriptionVariables>;
export const RateLimitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RateLimit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rateLimit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"resetAt"}}]}}]}}]} as unknown as DocumentNode<RateLimitQuery, RateLimitQueryVariables>;
export const CreateWebhookEndpointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateWebhookEndpoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateWebhookEndpointInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createWebhookEndpoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookEndpoint"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Endpoint"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Endpoint"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookEndpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"isEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"disabledReason"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"previousSecretUntil"}},{"kind":"Field","name":{"kind":"Name","value":"isReplaying"}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"memberIds"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCodes"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<CreateWebhookEndpointMutation, CreateWebhookEndpointMutationVariables>;
export const UpdateWebhookEndpointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateWebhookEndpoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateWebhookEndpointInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateWebhookEndpoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookEndpoint"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Endpoint"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Endpoint"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookEndpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"isEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"disabledReason"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"previousSecretUntil"}},{"kind":"Field","name":{"kind":"Name","value":"isReplaying"}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"memberIds"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCodes"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<UpdateWebhookEndpointMutation, UpdateWebhookEndpointMutationVariables>;
export const DeleteWebhookEndpointDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteWebhookEndpoint"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteWebhookEndpointInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteWebhookEndpoint"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<DeleteWebhookEndpointMutation, DeleteWebhookEndpointMutationVariables>;
export const RotateWebhookSecretDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateWebhookSecret"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RotateWebhookSecretInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateWebhookSecret"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookEndpoint"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Endpoint"}}]}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Endpoint"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookEndpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"isEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"disabledReason"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"previousSecretUntil"}},{"kind":"Field","name":{"kind":"Name","value":"isReplaying"}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"memberIds"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCodes"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;
export const SendTestWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendTestWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendTestWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sendTestWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isDelivered"}},{"kind":"Field","name":{"kind":"Name","value":"statusCode"}},{"kind":"Field","name":{"kind":"Name","value":"error"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<SendTestWebhookMutation, SendTestWebhookMutationVariables>;
export const RetryWebhookDeliveriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RetryWebhookDeliveries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RetryWebhookDeliveriesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"retryWebhookDeliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<RetryWebhookDeliveriesMutation, RetryWebhookDeliveriesMutationVariables>;
export const ReplayWebhookDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplayWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplayWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookEndpoint"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Endpoint"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Endpoint"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookEndpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"isEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"disabledReason"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"previousSecretUntil"}},{"kind":"Field","name":{"kind":"Name","value":"isReplaying"}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"memberIds"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCodes"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<ReplayWebhookMutation, ReplayWebhookMutationVariables>;
export const WebhookEndpointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookEndpoints"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookEndpoints"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Endpoint"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Endpoint"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookEndpoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"isEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"disabledReason"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"lastSuccessAt"}},{"kind":"Field","name":{"kind":"Name","value":"previousSecretUntil"}},{"kind":"Field","name":{"kind":"Name","value":"isReplaying"}},{"kind":"Field","name":{"kind":"Name","value":"filter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"memberIds"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCodes"}}]}}]}}]} as unknown as DocumentNode<WebhookEndpointsQuery, WebhookEndpointsQueryVariables>;
export const WebhookDeliveriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WebhookDeliveries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WebhookDeliveryStatus"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhookEndpoints"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"entryId"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"streamId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"isReplay"}},{"kind":"Field","name":{"kind":"Name","value":"attempts"}},{"kind":"Field","name":{"kind":"Name","value":"lastAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastStatusCode"}},{"kind":"Field","name":{"kind":"Name","value":"lastError"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WebhookDeliveriesQuery, WebhookDeliveriesQueryVariables>;
export const CreateHouseholdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateHousehold"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateHouseholdInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createHousehold"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HouseholdFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HouseholdFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Household"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"spending"}},{"kind":"Field","name":{"kind":"Name","value":"wallets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberId"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<CreateHouseholdMutation, CreateHouseholdMutationVariables>;
export const JoinHouseholdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"JoinHousehold"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JoinHouseholdInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"joinHousehold"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HouseholdFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HouseholdFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Household"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"spending"}},{"kind":"Field","name":{"kind":"Name","value":"wallets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberId"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<JoinHouseholdMutation, JoinHouseholdMutationVariables>;
export const LeaveHouseholdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LeaveHousehold"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LeaveHouseholdInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leaveHousehold"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HouseholdFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HouseholdFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Household"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"spending"}},{"kind":"Field","name":{"kind":"Name","value":"wallets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberId"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<LeaveHouseholdMutation, LeaveHouseholdMutationVariables>;
export const SetHouseholdRoleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetHouseholdRole"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetHouseholdRoleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setHouseholdRole"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HouseholdFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HouseholdFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Household"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"spending"}},{"kind":"Field","name":{"kind":"Name","value":"wallets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberId"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<SetHouseholdRoleMutation, SetHouseholdRoleMutationVariables>;
export const UpdateHouseholdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateHousehold"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateHouseholdInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateHousehold"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HouseholdFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HouseholdFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Household"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"spending"}},{"kind":"Field","name":{"kind":"Name","value":"wallets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberId"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<UpdateHouseholdMutation, UpdateHouseholdMutationVariables>;
export const SpendHouseholdPointsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SpendHouseholdPoints"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SpendHouseholdPointsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"spendHouseholdPoints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberId"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"entryId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HouseholdFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HouseholdFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Household"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"spending"}},{"kind":"Field","name":{"kind":"Name","value":"wallets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberId"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<SpendHouseholdPointsMutation, SpendHouseholdPointsMutationVariables>;
export const HouseholdOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HouseholdOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ref"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberRef"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ref"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ref"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HouseholdFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HouseholdFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Household"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"spending"}},{"kind":"Field","name":{"kind":"Name","value":"wallets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberId"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]}}]} as unknown as DocumentNode<HouseholdOfQuery, HouseholdOfQueryVariables>;
export const HouseholdsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Households"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"households"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"HouseholdFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"HouseholdFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Household"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"spending"}},{"kind":"Field","name":{"kind":"Name","value":"wallets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"memberId"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]}}]} as unknown as DocumentNode<HouseholdsQuery, HouseholdsQueryVariables>;
export const PreviewActivityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PreviewActivity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PreviewActivityInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"previewActivity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Told"}}]}},{"kind":"Field","name":{"kind":"Name","value":"awards"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"granted"}},{"kind":"Field","name":{"kind":"Name","value":"limitedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"requested"}},{"kind":"Field","name":{"kind":"Name","value":"granted"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Told"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<PreviewActivityQuery, PreviewActivityQueryVariables>;
export const ToldSinceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ToldSince"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"externalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ref"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"externalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"externalId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Told"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Told"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"debt"}}]}}]}}]} as unknown as DocumentNode<ToldSinceQuery, ToldSinceQueryVariables>;
export const UpdateEarningRuleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateEarningRule"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateEarningRuleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateEarningRule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earningRule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Rule"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PointsPerSpendRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"points"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Rule"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EarningRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"rounding"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"Field","name":{"kind":"Name","value":"excludedChannels"}},{"kind":"Field","name":{"kind":"Name","value":"stores"}},{"kind":"Field","name":{"kind":"Name","value":"excludedStores"}},{"kind":"Field","name":{"kind":"Name","value":"skus"}},{"kind":"Field","name":{"kind":"Name","value":"excludedSkus"}},{"kind":"Field","name":{"kind":"Name","value":"categories"}},{"kind":"Field","name":{"kind":"Name","value":"excludedCategories"}},{"kind":"Field","name":{"kind":"Name","value":"brands"}},{"kind":"Field","name":{"kind":"Name","value":"excludedBrands"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"segments"}},{"kind":"Field","name":{"kind":"Name","value":"timesOfDay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"weekdays"}},{"kind":"Field","name":{"kind":"Name","value":"minAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}},{"kind":"Field","name":{"kind":"Name","value":"values"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<UpdateEarningRuleMutation, UpdateEarningRuleMutationVariables>;
export const DeleteEarningRuleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteEarningRule"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteEarningRuleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteEarningRule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedId"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<DeleteEarningRuleMutation, DeleteEarningRuleMutationVariables>;
export const EarningRulesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EarningRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"program"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earningRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Rule"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Rule"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EarningRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"rounding"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"Field","name":{"kind":"Name","value":"excludedChannels"}},{"kind":"Field","name":{"kind":"Name","value":"stores"}},{"kind":"Field","name":{"kind":"Name","value":"excludedStores"}},{"kind":"Field","name":{"kind":"Name","value":"skus"}},{"kind":"Field","name":{"kind":"Name","value":"excludedSkus"}},{"kind":"Field","name":{"kind":"Name","value":"categories"}},{"kind":"Field","name":{"kind":"Name","value":"excludedCategories"}},{"kind":"Field","name":{"kind":"Name","value":"brands"}},{"kind":"Field","name":{"kind":"Name","value":"excludedBrands"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"segments"}},{"kind":"Field","name":{"kind":"Name","value":"timesOfDay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"weekdays"}},{"kind":"Field","name":{"kind":"Name","value":"minAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}},{"kind":"Field","name":{"kind":"Name","value":"values"}}]}}]}}]}}]} as unknown as DocumentNode<EarningRulesQuery, EarningRulesQueryVariables>;
export const EarningRuleVersionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EarningRuleVersions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"program"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"earningRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"publishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Rule"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Rule"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EarningRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"rounding"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"channels"}},{"kind":"Field","name":{"kind":"Name","value":"excludedChannels"}},{"kind":"Field","name":{"kind":"Name","value":"stores"}},{"kind":"Field","name":{"kind":"Name","value":"excludedStores"}},{"kind":"Field","name":{"kind":"Name","value":"skus"}},{"kind":"Field","name":{"kind":"Name","value":"excludedSkus"}},{"kind":"Field","name":{"kind":"Name","value":"categories"}},{"kind":"Field","name":{"kind":"Name","value":"excludedCategories"}},{"kind":"Field","name":{"kind":"Name","value":"brands"}},{"kind":"Field","name":{"kind":"Name","value":"excludedBrands"}},{"kind":"Field","name":{"kind":"Name","value":"tiers"}},{"kind":"Field","name":{"kind":"Name","value":"segments"}},{"kind":"Field","name":{"kind":"Name","value":"timesOfDay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"weekdays"}},{"kind":"Field","name":{"kind":"Name","value":"minAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attributes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}},{"kind":"Field","name":{"kind":"Name","value":"values"}}]}}]}}]}}]} as unknown as DocumentNode<EarningRuleVersionsQuery, EarningRuleVersionsQueryVariables>;
export const AllWalletsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AllWallets"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"wallets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pointCurrency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"expired"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<AllWalletsQuery, AllWalletsQueryVariables>;
export const ActivitiesOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ActivitiesOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"externalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ref"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"externalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"externalId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"wallets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}}]}},{"kind":"Field","name":{"kind":"Name","value":"journal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"MEMBER_ENROLLED"},{"kind":"EnumValue","value":"ACTIVITY_RECORDED"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ActivitiesOfQuery, ActivitiesOfQueryVariables>;
export const RuleProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RuleProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ruleProgress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"current"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"times"}},{"kind":"Field","name":{"kind":"Name","value":"badge"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RuleProgressQuery, RuleProgressQueryVariables>;
export const ReferralsOfDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReferralsOf"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ref"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MemberRef"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ref"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ref"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"referralCode"}},{"kind":"Field","name":{"kind":"Name","value":"referredBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"wallet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"earned"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"qualifyBy"}},{"kind":"Field","name":{"kind":"Name","value":"qualifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvesAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"voidReason"}},{"kind":"Field","name":{"kind":"Name","value":"flags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrerPoints"}},{"kind":"Field","name":{"kind":"Name","value":"refereePoints"}},{"kind":"Field","name":{"kind":"Name","value":"referrer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]} as unknown as DocumentNode<ReferralsOfQuery, ReferralsOfQueryVariables>;
export const ReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Referral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralFields"}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"returnWindow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"qualifyBy"}},{"kind":"Field","name":{"kind":"Name","value":"qualifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvesAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"voidReason"}},{"kind":"Field","name":{"kind":"Name","value":"flags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrerPoints"}},{"kind":"Field","name":{"kind":"Name","value":"refereePoints"}},{"kind":"Field","name":{"kind":"Name","value":"referrer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]} as unknown as DocumentNode<ReferralQuery, ReferralQueryVariables>;
export const FlaggedReferralsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FlaggedReferrals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flaggedReferrals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"qualifyBy"}},{"kind":"Field","name":{"kind":"Name","value":"qualifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvesAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"voidReason"}},{"kind":"Field","name":{"kind":"Name","value":"flags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrerPoints"}},{"kind":"Field","name":{"kind":"Name","value":"refereePoints"}},{"kind":"Field","name":{"kind":"Name","value":"referrer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}}]} as unknown as DocumentNode<FlaggedReferralsQuery, FlaggedReferralsQueryVariables>;
export const ReferMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReferMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReferMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"qualifyBy"}},{"kind":"Field","name":{"kind":"Name","value":"qualifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvesAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"voidReason"}},{"kind":"Field","name":{"kind":"Name","value":"flags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrerPoints"}},{"kind":"Field","name":{"kind":"Name","value":"refereePoints"}},{"kind":"Field","name":{"kind":"Name","value":"referrer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}}]} as unknown as DocumentNode<ReferMemberMutation, ReferMemberMutationVariables>;
export const FlagReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FlagReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JudgeReferralInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flagReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Judged"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"qualifyBy"}},{"kind":"Field","name":{"kind":"Name","value":"qualifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvesAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"voidReason"}},{"kind":"Field","name":{"kind":"Name","value":"flags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrerPoints"}},{"kind":"Field","name":{"kind":"Name","value":"refereePoints"}},{"kind":"Field","name":{"kind":"Name","value":"referrer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromTierName"}},{"kind":"Field","name":{"kind":"Name","value":"toTierName"}},{"kind":"Field","name":{"kind":"Name","value":"tierReason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Judged"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]} as unknown as DocumentNode<FlagReferralMutation, FlagReferralMutationVariables>;
export const ApproveReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApproveReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JudgeReferralInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approveReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Judged"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"qualifyBy"}},{"kind":"Field","name":{"kind":"Name","value":"qualifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvesAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"voidReason"}},{"kind":"Field","name":{"kind":"Name","value":"flags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrerPoints"}},{"kind":"Field","name":{"kind":"Name","value":"refereePoints"}},{"kind":"Field","name":{"kind":"Name","value":"referrer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromTierName"}},{"kind":"Field","name":{"kind":"Name","value":"toTierName"}},{"kind":"Field","name":{"kind":"Name","value":"tierReason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Judged"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]} as unknown as DocumentNode<ApproveReferralMutation, ApproveReferralMutationVariables>;
export const VoidReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VoidReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JudgeReferralInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"voidReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Judged"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"qualifyBy"}},{"kind":"Field","name":{"kind":"Name","value":"qualifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvesAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"voidReason"}},{"kind":"Field","name":{"kind":"Name","value":"flags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrerPoints"}},{"kind":"Field","name":{"kind":"Name","value":"refereePoints"}},{"kind":"Field","name":{"kind":"Name","value":"referrer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referee"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"JournalEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"isBackDated"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"settingsVersion"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currencyCode"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"balanceBefore"}},{"kind":"Field","name":{"kind":"Name","value":"balanceAfter"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TierEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fromTierName"}},{"kind":"Field","name":{"kind":"Name","value":"toTierName"}},{"kind":"Field","name":{"kind":"Name","value":"tierReason"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Errors"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InsufficientPoints"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"available"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HoldEnded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"endedBy"}},{"kind":"Field","name":{"kind":"Name","value":"captured"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LimitExceeded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"required"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CurrencyMismatch"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expected"}},{"kind":"Field","name":{"kind":"Name","value":"actual"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Judged"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"entry"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entry"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Errors"}}]}}]}}]} as unknown as DocumentNode<VoidReferralMutation, VoidReferralMutationVariables>;