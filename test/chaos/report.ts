import type { Damage } from './blows.js';
import type { Books } from './books.js';
import type { Findings } from './check/findings.js';
import type { Recorder } from './evidence.js';

export interface Run {
  readonly recorder: Recorder;
  readonly books: Books;
  readonly damage: Damage;
  readonly findings: Findings;
  readonly loadMs: number;
  readonly allMs: number;
}

/** The figures of a run, a line each. */
export function figures({ recorder, books, damage, findings, loadMs, allMs }: Run): string[] {
  const { commands, reads, unknown } = recorder;
  const firsts = commands.map(({ answers: [first] }) => first?.told);
  const done = firsts.filter((told) => told?.what === 'done').length;
  const refused = firsts.filter((told) => told?.what === 'refused').length;
  const answers = commands.reduce((sum, command) => sum + command.answers.length, 0);
  const replays = commands.reduce((sum, command) => sum + command.answers.filter(({ told }) => told.replayed).length, 0);
  const resolved = commands.filter(({ answers: [first] }) => first?.told.replayed).length;
  // The server itself tries a batch again whose COMMIT was cut, and finds the keys of its first try.
  const own = commands.filter(({ answers, tries }) => answers.length === tries && answers.every(({ told }) => told.replayed)).length;
  const kinds = Map.groupBy(commands, ({ command }) => command.kind);
  const { lost, doubled, mispriced, gaps, differences } = findings;
  return [
    `commands ${commands.length} (${[...kinds].map(([kind, list]) => `${kind} ${list.length}`).join(', ')}), reads ${reads.length}`,
    `acknowledged ${done} done, ${refused} refused; ${answers} answers, ${replays} of them replays`,
    `tries without an outcome ${unknown}; commands done by such a try, and found done by the next ${resolved}, ${own} of them by the server's own next try`,
    `kills ${damage.kills}, crashes ${damage.crashes}, of both at a commit ${damage.atCommit}`,
    `entries ${books.journal.length}; load ${(loadMs / 1000).toFixed(0)} s, all ${(allMs / 1000).toFixed(0)} s`,
    `lost ${lost.length}, doubled ${doubled.length}, mispriced ${mispriced.length}, gaps ${gaps.length}, differences ${differences.length}`,
  ];
}
