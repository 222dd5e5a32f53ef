import type { Books } from '../books.js';
import type { Evidence } from '../evidence.js';
import { Accounts } from './accounts.js';
import { checkEntries } from './entries.js';
import { Findings } from './findings.js';
import { Ledger } from './ledger.js';
import { realTimes } from './order.js';
import { checkOutcome } from './outcomes.js';
import { checkStructure } from './structure.js';
import { checkTransfers } from './transfers.js';
import { checkViews } from './views.js';

/** Compares what clients were told with what the system says happened. It shares no code with the system: every rule is written down here once more. */
export function check(evidence: Evidence, books: Books): Findings {
  const findings = new Findings();
  const ledger = new Ledger(books);
  const { commands, reads, oddities } = evidence;
  for (const oddity of oddities) findings.differences.push(oddity);

  const accounts = new Accounts(ledger, commands);
  const timeOf = realTimes(commands);
  const refusals = new Map(books.refusals.map(({ stream, key, code }) => [`${stream} ${key}`, code]));
  const ids = memberIds(evidence);
  for (const record of commands) checkOutcome({ ledger, accounts, time: timeOf(record.command.member), refusals, ids }, record, findings);
  for (const { member, sentAt, at, balances } of reads) {
    const time = timeOf(member);
    for (const [code, balance] of Object.entries(balances)) {
      if (!ledger.held(member, code, balance, time.low(sentAt), time.high(at))) {
        findings.mispriced.push(
          `${member}: ${balance} ${code} was read between ticks ${sentAt} and ${at}, which the wallet did not hold then`,
        );
      }
    }
  }
  checkEntries(ledger, accounts, commands, findings);
  checkTransfers(ledger, commands, findings);
  checkStructure(ledger, findings);
  checkViews(ledger, ids, findings);
  return findings;
}

/** The ids of members, as their enrolment told them. */
function memberIds({ commands }: Evidence): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { command, answers } of commands) {
    const told = command.key === null ? answers[0]?.told : undefined;
    if (told?.what === 'done') ids.set(command.member, told.entryId.slice('ent_'.length, -'_1'.length));
  }
  return ids;
}
