import type { MikroORM } from '@mikro-orm/postgresql';
import type DataLoader from 'dataloader';
import type { Pool } from 'pg';
import type { Actor } from './access/actor.js';
import type { Authenticator } from './access/authenticator.js';
import type { MemberTokens } from './access/member-token.js';
import type { Sessions } from './access/sessions.js';
import { CommunityLoaders } from './community/community-loaders.js';
import type { ProgramReads, Reads } from './database/program-reads.js';
import type { Feed } from './feed/feed.js';
import type { Allowance } from './graphql/allowance.js';
import { publicError } from './graphql/errors.js';
import type { Policy } from './graphql/policy.js';
import { HouseholdLoaders } from './households/household-loaders.js';
import type { SharedKey } from './journal/core/shared-counters.js';
import type { Journal } from './journal/journal.js';
import { MemberLoaders } from './members/member-loaders.js';
import type { MemberLookup } from './members/member-lookup.js';
import type { Outbound } from './outbound/outbound.js';
import type { ProgramDirectory } from './programs/directory.js';
import { type PastSettings, pastSettingsLoader } from './programs/past-settings.js';
import type { Program } from './programs/program.js';
import { sharedUseLoader } from './programs/shared-use.js';
import { ReferralLoaders } from './referrals/referral-rows.js';
import { RewardLoaders } from './rewards/reward-loaders.js';
import type { PurchaseFolds } from './segments/purchase-folds.js';
import { SegmentLoaders } from './segments/segment-loaders.js';
import type { Attempts } from './server/attempts.js';
import { CaseLoaders } from './support/case-loaders.js';
import type { VoucherCodes } from './vouchers/codes.js';
import type { Webhooks } from './webhooks/webhooks.js';

/** The parts of the running application that resolvers use. */
export interface Services {
  readonly orm: MikroORM;
  /** For what is of no one programme. */
  readonly reads: Pool;
  readonly programReads: ProgramReads;
  readonly journal: Journal<Program>;
  readonly programs: ProgramDirectory;
  readonly lookup: MemberLookup;
  readonly authenticator: Authenticator;
  readonly sessions: Sessions;
  readonly memberTokens: MemberTokens;
  readonly outbound: Outbound;
  readonly feed: Feed;
  readonly webhooks: Webhooks;
  readonly purchaseFolds: PurchaseFolds;
  readonly voucherCodes: VoucherCodes;
  /** Wrong voucher codes of each caller. */
  readonly attempts: Attempts;
  /** Asks the sweeper to look now. */
  readonly sweep: () => void;
}

/** What a resolver is given. Made anew for every operation, and for every event of a subscription. */
export class Context {
  private memberLoaders: MemberLoaders | undefined;
  private householdLoaders: HouseholdLoaders | undefined;
  private referralLoaders: ReferralLoaders | undefined;
  private segmentLoaders: SegmentLoaders | undefined;
  private rewardLoaders: RewardLoaders | undefined;
  private caseLoaders: CaseLoaders | undefined;
  private communityLoaders: CommunityLoaders | undefined;
  private sharedUseLoader: DataLoader<SharedKey, number, string> | undefined;
  private pastSettingsLoader: DataLoader<number, PastSettings | null> | undefined;
  private ownProgram: Promise<Program> | undefined;
  /** Policies of the subscriptions that began with it. */
  readonly doors: Policy[] = [];

  constructor(
    readonly services: Services,
    readonly actor: Actor | null,
    /** What the caller may still spend; null where nothing is counted. */
    readonly allowance: Allowance | null = null,
    /** Where the request came from; null where it does not matter. */
    readonly address: string | null = null,
  ) {}

  /** The one programme that the caller belongs to. */
  get programId(): string {
    if (!this.actor?.programId) throw publicError("The operator's key belongs to no programme; use a key of the programme.", 'FORBIDDEN');
    return this.actor.programId;
  }

  /** Named in journal entries. */
  get by(): string {
    return this.actor?.id ?? 'system';
  }

  /** Reads behind the second wall between programmes. */
  get reads(): Reads {
    return this.services.programReads.of(this.programId);
  }

  program(): Promise<Program> {
    this.ownProgram ??= this.services.programs.get(this.programId).then((program) => {
      if (!program) throw new Error(`programme ${this.programId} is gone`);
      return program;
    });
    return this.ownProgram;
  }

  get households(): HouseholdLoaders {
    this.householdLoaders ??= new HouseholdLoaders(this.reads, this.programId);
    return this.householdLoaders;
  }

  get referrals(): ReferralLoaders {
    this.referralLoaders ??= new ReferralLoaders(this.reads, this.programId);
    return this.referralLoaders;
  }

  get segments(): SegmentLoaders {
    this.segmentLoaders ??= new SegmentLoaders(this, () => this.program());
    return this.segmentLoaders;
  }

  get rewards(): RewardLoaders {
    this.rewardLoaders ??= new RewardLoaders(this);
    return this.rewardLoaders;
  }

  get supportCases(): CaseLoaders {
    this.caseLoaders ??= new CaseLoaders(this.reads, this.programId, () => this.program());
    return this.caseLoaders;
  }

  get community(): CommunityLoaders {
    this.communityLoaders ??= new CommunityLoaders(this);
    return this.communityLoaders;
  }

  /** How much is used of counters that the members of the programme share. */
  get sharedUse(): DataLoader<SharedKey, number, string> {
    this.sharedUseLoader ??= sharedUseLoader(this.reads, this.programId);
    return this.sharedUseLoader;
  }

  /** Earlier settings of the programme, by their versions. */
  get pastSettings(): DataLoader<number, PastSettings | null> {
    this.pastSettingsLoader ??= pastSettingsLoader(this.reads, this.programId);
    return this.pastSettingsLoader;
  }

  get members(): MemberLoaders {
    this.memberLoaders ??= new MemberLoaders(this.reads, this.programId, () => this.program());
    return this.memberLoaders;
  }

  /** The same caller as they are by now, with nothing remembered. */
  fresh(actor: Actor): Context {
    return new Context(this.services, actor, this.allowance, this.address);
  }
}
