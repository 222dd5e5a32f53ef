import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from '../../../bench/worker.js';
import { during, type FeedCase, judge, openStage } from '../case.js';
import { checkFeed } from '../check.js';
import type { CrowdAsk, CrowdCount } from '../crowd-protocol.js';
import type { Followed } from '../evidence.js';
import { memoryOf } from '../process-memory.js';

const CLIENTS = { whole: 10_000, quick: 2_000 };
/** What a process needs beside its sockets. */
const OTHER_FILES = 1_000;
const BACK_MS_MAX = 90_000;
const WRITTEN_MS = 6_000;
const SETTLED_MS = 3_000;

/** Ten thousand clients whose server is killed come back at once. */
export const crowd: FeedCase = {
  name: 'crowd',
  async run(run) {
    const wanted = run.isQuick ? CLIENTS.quick : CLIENTS.whole;
    const count = Math.min(wanted, (await openFilesMax()) - OTHER_FILES);
    const stage = await openStage(run, 'crowd');
    const [process] = stage.processes;
    // Few entries, as each goes to some hundred clients.
    const program = await stage.program({ seed: run.seed, callers: 1, restMs: 150 });
    const worker = new Worker<CrowdAsk>('../chaos/feed/crowd.js', []);
    run.undo.add(() => worker.kill());
    await worker.answer();
    const subjects = program.members.map((member) => ({ shows: 'balance' as const, member, kinds: null }));
    const address = { url: stage.url().replace('http', 'ws'), secret: program.secret, programId: program.uuid };
    await worker.ask<CrowdCount>({ do: 'connect', ...address, count, subjects });
    const problems: string[] = [];
    let backMs = 0;
    await during(run, [program], [], async () => {
      await sleep(WRITTEN_MS);
      await process?.kill('SIGKILL');
      // Long enough that the clients know, and that something is written as soon as it is back.
      await process?.start();
      const startedAt = performance.now();
      let told = 0;
      while (told < count && performance.now() - startedAt < BACK_MS_MAX) {
        await sleep(250);
        ({ told } = await worker.ask<CrowdCount>({ do: 'count' }));
      }
      backMs = performance.now() - startedAt;
      if (told < count) problems.push(`only ${told} of ${count} clients came back within ${BACK_MS_MAX / 1_000} s`);
      await sleep(WRITTEN_MS);
    });
    await sleep(SETTLED_MS);
    const memory = await memoryOf(process?.pid as number);
    const file = join(run.folder, 'crowd.jsonl');
    const { connections, failures } = await worker.ask<CrowdCount>({ do: 'leave', file });
    worker.kill();
    const tries = Object.entries(failures).map(([what, times]) => `${times} ${what}`);
    const figures = [
      `${count} clients${count < wanted ? ` (all that the limit of open files lets in, instead of ${wanted})` : ''}`,
      `back ${(backMs / 1_000).toFixed(1)} s after the server was, ${connections} connections, failed tries: ${tries.join(', ') || 'none'}`,
      `server ${memory?.peak} MB at most`,
    ];
    const evidence = await readEvidence(file);
    const records = await stage.records();
    const verdict = await judge({ stage, programs: [program], devices: [], problems, figures });
    const items = evidence.reduce((sum, { log }) => sum + log.filter((told) => 'item' in told).length, 0);
    return {
      ...verdict,
      evidence,
      findings: checkFeed(evidence, [records]),
      figures: [...verdict.figures, `they were told ${items} items`],
    };
  },
};

async function readEvidence(file: string): Promise<Followed[]> {
  const evidence: Followed[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) evidence.push(JSON.parse(line) as Followed);
  return evidence;
}

/** How many files a process may have open; it raises its own limit that far. */
async function openFilesMax(): Promise<number> {
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '');
  return Number(/Max open files\s+\S+\s+(\d+)/.exec(limits)?.[1] ?? 4_096);
}
