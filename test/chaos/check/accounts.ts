import type { CommandRecord } from '../evidence.js';
import { Account, type Movement, rankOf } from './account.js';
import type { Ledger, LedgerEntry } from './ledger.js';

/** An entry, and what it should have done. */
export interface Step {
  readonly entry: LedgerEntry;
  /** Null behind a missing entry, which is reported: what comes then may depend on it. */
  readonly movements: readonly Movement[] | null;
  /** The tier that is reached by this entry; null: none. */
  readonly rises: number | null;
}

/** Every member's entries, replayed in their order by a naive model of the shop's rules: what they did, not what the journal says of it. */
export class Accounts {
  private readonly steps = new Map<string, Step[]>();
  private readonly accounts = new Map<string, Account>();

  constructor(
    private readonly ledger: Ledger,
    records: readonly CommandRecord[],
  ) {
    const commands = new Map(records.map(({ command }) => [command.key ?? '', command]));
    for (const { externalId: member } of ledger.books.members) {
      const account = new Account();
      const [firstMissing = Number.POSITIVE_INFINITY] = ledger.missingOf(member);
      const steps = ledger.entriesOf(member).map((entry): Step => {
        const { row, gift } = entry;
        const command = commands.get(row.key ?? gift ?? '');
        let movements: readonly Movement[] = [];
        if (gift !== null && command?.effect.is === 'transfers') {
          const { currencyCode, amount } = command.effect.change;
          movements = [account.receive({ currencyCode, amount: -amount })];
        } else if (row.key !== null && command?.member === member) {
          movements = account.apply(command.effect, row.key, row.number, row.effectiveAt);
        }
        const rank = rankOf(account.cents);
        const rises = rank > account.tier ? rank : null;
        account.tier = Math.max(account.tier, rank);
        return { entry, movements: row.number < firstMissing ? movements : null, rises };
      });
      this.steps.set(member, steps);
      this.accounts.set(member, account);
    }
  }

  stepsOf(member: string): readonly Step[] {
    return this.steps.get(member) ?? [];
  }

  /** How a member stands after the last entry. */
  of(member: string): Account {
    return this.accounts.get(member) ?? new Account();
  }

  /** Whether so much was left of what a member did under a key, after one of the entries from `low` to `high`; where one is missing, it may have. */
  wasLeft(member: string, key: string, left: number, low: number, high: number): boolean {
    if (this.ledger.missingOf(member).some((number) => number <= high)) return true;
    return this.of(member).wasLeft(key, left, low, high);
  }
}
