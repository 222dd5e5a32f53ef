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

/** What was asked for already. */
interface Loaded {
  program?: Promise<Program>;
  members?: MemberLoaders;
  households?: HouseholdLoaders;
  referrals?: ReferralLoaders;
  segments?: SegmentLoaders;
  rewards?: RewardLoaders;
  supportCases?: CaseLoaders;
  community?: CommunityLoaders;
  sharedUse?: DataLoader<SharedKey, number, string>;
  pastSettings?: DataLoader<number, PastSettings | null>;
}

/** What a resolver is given. Made anew for every operation, and for every event of a subscription. */
export class Context {
  private loaded: Loaded = {};
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
    this.loaded.program ??= this.services.programs.get(this.programId).then((program) => {
      if (!program) throw new Error(`programme ${this.programId} is gone`);
      return program;
    });
    return this.loaded.program;
  }

  get households(): HouseholdLoaders {
    this.loaded.households ??= new HouseholdLoaders(this.reads, this.programId);
    return this.loaded.households;
  }

  get referrals(): ReferralLoaders {
    this.loaded.referrals ??= new ReferralLoaders(this.reads, this.programId);
    return this.loaded.referrals;
  }

  get segments(): SegmentLoaders {
    this.loaded.segments ??= new SegmentLoaders(this, () => this.program());
    return this.loaded.segments;
  }

  get rewards(): RewardLoaders {
    this.loaded.rewards ??= new RewardLoaders(this);
    return this.loaded.rewards;
  }

  get supportCases(): CaseLoaders {
    this.loaded.supportCases ??= new CaseLoaders(this.reads, this.programId, () => this.program());
    return this.loaded.supportCases;
  }

  get community(): CommunityLoaders {
    this.loaded.community ??= new CommunityLoaders(this);
    return this.loaded.community;
  }

  /** How much is used of counters that the members of the programme share. */
  get sharedUse(): DataLoader<SharedKey, number, string> {
    this.loaded.sharedUse ??= sharedUseLoader(this.reads, this.programId);
    return this.loaded.sharedUse;
  }

  /** Earlier settings of the programme, by their versions. */
  get pastSettings(): DataLoader<number, PastSettings | null> {
    this.loaded.pastSettings ??= pastSettingsLoader(this.reads, this.programId);
    return this.loaded.pastSettings;
  }

  get members(): MemberLoaders {
    this.loaded.members ??= new MemberLoaders(this.reads, this.programId, () => this.program());
    return this.loaded.members;
  }

  /** Forgets what was loaded, which is not needed any more. */
  forget(): void {
    this.loaded = {};
  }

  /** The same caller as they are by now, with nothing remembered. */
  fresh(actor: Actor): Context {
    return new Context(this.services, actor, this.allowance, this.address);
  }
}
