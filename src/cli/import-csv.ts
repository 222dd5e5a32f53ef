import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { readCsv } from './csv.js';
import type { Call } from './import-api.js';
import { BadRow, parseRow, type RowFormat, requireFormat } from './import-row.js';

export interface ImportOptions extends RowFormat {
  readonly file: string;
  readonly concurrency: number;
  readonly batch: number;
  readonly call: Call;
  /** Hears of what was done so far, and how much of the file that is, from 0 to 1. */
  readonly onProgress?: (summary: ImportSummary, share: number) => void;
  /** Stops: what is in flight is finished and counted, nothing more is sent. */
  readonly signal?: AbortSignal;
}

export interface ImportSummary {
  enrolled: number;
  /** Members whose external id was taken: an earlier run, or somebody else, enrolled them. */
  alreadyEnrolled: number;
  recorded: number;
  /** Activities that an earlier run had recorded. */
  known: number;
  /** What was refused, one line each; at most 20 are kept, all are counted. */
  readonly refusals: string[];
  refused: number;
}

const TOLD_MAX = 20;

interface Outcome {
  readonly errors: readonly { readonly code: string; readonly message: string; readonly retryAfterMs?: number }[];
  readonly replayed?: boolean;
}

interface Activity {
  readonly line: number;
  readonly member: string;
  readonly input: Record<string, unknown>;
}

const ENROLL = `mutation ($members: [EnrollMemberInput!]!) {
  enrollMembers(input: { members: $members }) { outcomes { errors { code message } } } }`;
const RECORD = `mutation ($activities: [RecordActivityInput!]!) {
  recordActivities(input: { activities: $activities }) { outcomes { replayed errors { code message ... on RetryLater { retryAfterMs } } } } }`;

/**
 * Imports purchases through the public API: enrols every member at its first purchase, then records the
 * purchases, those of one member in file order and never in two calls at once. Every row has a key of
 * its own, so an import that was interrupted can simply be run again.
 * @throws Error naming the rows that cannot be used, before anything is sent
 */
export async function importCsv(options: ImportOptions): Promise<ImportSummary> {
  requireFormat(options);
  const summary: ImportSummary = { enrolled: 0, alreadyEnrolled: 0, recorded: 0, known: 0, refusals: [], refused: 0 };
  await enrollAll(await firstInstants(options), options, summary);
  await recordAll(options, summary);
  return summary;
}

async function firstInstants(options: ImportOptions): Promise<ReadonlyMap<string, string>> {
  const firstAt = new Map<string, string>();
  const bad: string[] = [];
  let badCount = 0;
  for await (const record of readCsv(options.file)) {
    if (options.signal?.aborted) break;
    try {
      const { member, at } = parseRow(record, options);
      const first = firstAt.get(member);
      if (first === undefined || at < first) firstAt.set(member, at);
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      badCount += 1;
      if (bad.length < TOLD_MAX) bad.push(error.message);
    }
  }
  if (badCount > 0) throw new Error([`${badCount} rows cannot be used, nothing was imported:`, ...bad].join('\n'));
  return firstAt;
}

async function enrollAll(
  firstAt: ReadonlyMap<string, string>,
  { call, batch, signal, onProgress }: ImportOptions,
  summary: ImportSummary,
): Promise<void> {
  const all = [...firstAt].map(([externalId, enrolledAt]) => ({ externalId, enrolledAt }));
  for (let i = 0; i < all.length && !signal?.aborted; i += batch) {
    const members = all.slice(i, i + batch);
    const { enrollMembers } = await call<{ enrollMembers: { outcomes: Outcome[] } }>(ENROLL, { members });
    requireAll(members, enrollMembers.outcomes);
    enrollMembers.outcomes.forEach(({ errors: [error] }, j) => {
      if (!error) summary.enrolled += 1;
      else if (error.code === 'EXTERNAL_ID_TAKEN') summary.alreadyEnrolled += 1;
      else refuse(summary, `member ${members[j]?.externalId}: ${error.message}`);
    });
    onProgress?.(summary, 0);
  }
}

async function recordAll(options: ImportOptions, summary: ImportSummary): Promise<void> {
  const { file, concurrency, batch, currency, signal } = options;
  const { size } = await stat(file);
  let share = 0;
  const told = { ...options, onProgress: () => options.onProgress?.(summary, share) };
  // A member belongs to one worker, and a worker has one call in flight: so its order is kept.
  const workers = Array.from({ length: concurrency }, () => ({ waiting: [] as Activity[], inFlight: Promise.resolve() }));
  const send = async (worker: (typeof workers)[number]) => {
    await worker.inFlight;
    const activities = worker.waiting.splice(0);
    worker.inFlight = record(activities, told, summary);
    // Observed when the next call waits for it, or at the end.
    worker.inFlight.catch(() => {});
  };
  try {
    const rows = readCsv(file, (bytes) => {
      share = bytes / size;
    });
    for await (const row of rows) {
      if (signal?.aborted) break;
      const { member, money, at, key, units } = parseRow(row, options);
      const purchase = { amount: money, currencyCode: currency, ...(units !== null && { items: [{ quantity: units, amount: money }] }) };
      const input = { member: { externalId: member }, idempotencyKey: `import-${key}`, externalId: key, purchase, effectiveAt: at };
      const worker = workers[workerOf(member, concurrency)] as (typeof workers)[number];
      worker.waiting.push({ line: row.line, member, input });
      if (worker.waiting.length >= batch) await send(worker);
    }
    for (const worker of workers) await send(worker);
    await Promise.all(workers.map((worker) => worker.inFlight));
  } finally {
    await Promise.allSettled(workers.map((worker) => worker.inFlight));
  }
}

/** Sends activities until each has an outcome; once the signal is given, no further call is made. */
async function record(activities: readonly Activity[], { call, onProgress, signal }: ImportOptions, summary: ImportSummary): Promise<void> {
  const counted = new Set<Activity>();
  let left = activities;
  while (left.length > 0 && !signal?.aborted) {
    const { recordActivities } = await call<{ recordActivities: { outcomes: Outcome[] } }>(RECORD, {
      activities: left.map(({ input }) => input),
    });
    requireAll(left, recordActivities.outcomes);
    const again: Activity[] = [];
    const waiting = new Set<string>();
    let pause = 0;
    for (const [i, outcome] of recordActivities.outcomes.entries()) {
      const activity = left[i] as Activity;
      const [error] = outcome.errors;
      if (error?.code === 'RETRY_LATER') {
        waiting.add(activity.member);
        pause = Math.max(pause, error.retryAfterMs ?? 1_000);
      }
      // What follows a waiting item of its member goes again after it, and counts when it was done first.
      if (waiting.has(activity.member)) again.push(activity);
      if (counted.has(activity) || (error && waiting.has(activity.member))) continue;
      counted.add(activity);
      count(summary, activity, outcome);
    }
    onProgress?.(summary, 0);
    left = again;
    if (left.length > 0) await sleep(pause, undefined, signal && { signal }).catch(() => {});
  }
}

/** A refusal comes first: one that is the first outcome again is `replayed` too. */
function count(summary: ImportSummary, { line }: Activity, { errors: [error], replayed }: Outcome): void {
  if (error && error.code !== 'ACTIVITY_ALREADY_RECORDED') refuse(summary, `line ${line}: ${error.message}`);
  else if (error || replayed) summary.known += 1;
  else summary.recorded += 1;
}

function requireAll(sent: readonly unknown[], outcomes: readonly unknown[]): void {
  if (sent.length !== outcomes.length) throw new Error(`the API gave ${outcomes.length} outcomes for ${sent.length} items`);
}

function refuse(summary: ImportSummary, line: string): void {
  summary.refused += 1;
  if (summary.refusals.length < TOLD_MAX) summary.refusals.push(line);
}

function workerOf(member: string, workers: number): number {
  let hash = 0;
  for (let i = 0; i < member.length; i += 1) hash = (Math.imul(hash, 31) + member.charCodeAt(i)) >>> 0;
  return hash % workers;
}
