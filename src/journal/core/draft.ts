import { EMPTY_WALLET, type Entry, type EntryData, type Instant, type LotChange, type WalletAmounts, type WalletChange } from './entry.js';
import { SharedCounters } from './shared-counters.js';
import { addToWallet, compactWallet, evolve, type StreamState } from './state.js';

/** What the core must know of a programme; features see their own, richer type. */
export interface ProgramView {
  readonly id: string;
  /** Version of the settings in force. */
  readonly version: number;
  /** A test clock stands still at its instant until it is advanced; null: the real clock. */
  readonly testClock: Instant | null;
}

type Effects = Omit<EntryData, 'by' | 'settings' | 'backDated'>;

/**
 * Entries being decided for one stream, and the state they lead to. Nothing outside sees a draft
 * before its decision stands, so a refusal half-way leaves no trace.
 */
export class Draft<P extends ProgramView> {
  readonly entries: Entry[] = [];

  constructor(
    public state: StreamState,
    readonly program: P,
    /** The command's instant. */
    readonly at: Instant,
    private readonly by: string,
    private readonly isBackDated: boolean,
    /** Counters that it shares with other streams, with what its entries changed. */
    public shared: SharedCounters = SharedCounters.UNREAD,
  ) {}

  /** Posts an entry by whoever gave the command. Returns its number. */
  post(kind: string, effects: Effects): number {
    const { by, isBackDated } = this;
    return this.append(kind, this.at, { by, settings: this.program.version, ...(isBackDated && { backDated: true }), ...effects });
  }

  /** Posts an entry that follows from time alone. */
  postDue(kind: string, at: Instant, effects: Effects): number {
    return this.append(kind, at, { by: 'system', settings: this.program.version, ...effects });
  }

  /** Number of the entry that is posted next. */
  get nextNumber(): number {
    return this.state.number + 1;
  }

  wallet(currency: string): WalletAmounts {
    return this.state.wallets[currency] ?? EMPTY_WALLET;
  }

  /** A change to one wallet with the amounts that follow from it. */
  change(currency: string, delta: Partial<WalletAmounts>, lots: readonly LotChange[]): WalletChange {
    return { currency, delta, lots, after: compactWallet(addToWallet(this.wallet(currency), delta)) };
  }

  private append(kind: string, effectiveAt: Instant, data: EntryData): number {
    const entry = { number: this.state.number + 1, kind, effectiveAt, data };
    this.state = evolve(this.state, entry);
    this.shared = this.shared.apply(data.shared ?? []);
    this.entries.push(entry);
    return entry.number;
  }
}
