import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { fromMinor, toMinor } from '../programs/money.js';
import { type CsvRecord, readCsv } from './csv.js';
import type { Call } from './import-api.js';

export interface ImportOptions {
  readonly file: string;
  /** Columns. */
  readonly member: string;
  readonly amount: string;
  readonly at: string;
  readonly key: string;
  readonly quantity: string | null;
  /** `minor`: the amounts are whole minor units, like cents. */
  readonly amountUnit: 'minor' | 'major';
  readonly currency: string;
  /** IANA zone of dates and times without an offset. */
  readonly zone: string;
  readonly concurrency: number;
  readonly batch: number;
  readonly call: Call;
  readonly onProgress?: (summary: ImportSummary) => void;
  readonly signal?: AbortSignal;
}

export interface ImportSummary {
  enrolled: number;
  recorded: number;
  /** Activities that an earlier run had recorded. */
  known: number;
  /** What was refused, one line each; at most a hundred are kept, all are counted. */
  readonly refusals: string[];
  refused: number;
}

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
 */
export async function importCsv(options: ImportOptions): Promise<ImportSummary> {
  const summary: ImportSummary = { enrolled: 0, recorded: 0, known: 0, refusals: [], refused: 0 };
  const firstAt = new Map<string, string>();
  for await (const record of readCsv(options.file)) {
    const { member, at } = parse(record, options);
    const first = firstAt.get(member);
    if (first === undefined || at < first) firstAt.set(member, at);
  }
  await enrollAll(firstAt, options, summary);
  await recordAll(options, summary);
  return summary;
}

function parse({ line, values }: CsvRecord, { member, amount, amountUnit, at, key, quantity, currency, zone }: ImportOptions) {
  const value = (column: string): string => {
    const text = values[column];
    if (text === undefined) throw new Error(`there is no column ${column}; there are ${Object.keys(values).join(', ')}`);
    if (text === '') throw new Error(`line ${line}: ${column} is empty`);
    return text;
  };
  const text = value(amount);
  const minor = amountUnit === 'minor' ? (/^\d+$/.test(text) ? Number(text) : null) : toMinor(text, currency);
  if (minor === null) throw new Error(`line ${line}: ${text} is no amount of ${currency}`);
  const units = quantity === null ? null : Number(value(quantity));
  if (units !== null && !Number.isInteger(units)) throw new Error(`line ${line}: ${quantity} is no whole number`);
  return { member: value(member), money: fromMinor(minor, currency), at: instant(value(at), zone, line), key: value(key), units };
}

function instant(text: string, zone: string, line: number): string {
  try {
    if (/(Z|[+-]\d\d:?\d\d)$/.test(text) && text.includes('T'))
      return new Date(Temporal.Instant.from(text).epochMilliseconds).toISOString();
    const local = Temporal.PlainDateTime.from(text.includes('T') || !text.includes(' ') ? text : text.replace(' ', 'T'));
    return new Date(local.toZonedDateTime(zone).epochMilliseconds).toISOString();
  } catch {
    throw new Error(`line ${line}: ${text} is no date or time`);
  }
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
    enrollMembers.outcomes.forEach(({ errors: [error] }, j) => {
      if (!error) summary.enrolled += 1;
      else if (error.code !== 'EXTERNAL_ID_TAKEN') refuse(summary, `member ${members[j]?.externalId}: ${error.message}`);
    });
    onProgress?.(summary);
  }
}

async function recordAll(options: ImportOptions, summary: ImportSummary): Promise<void> {
  const { concurrency, batch, currency, signal } = options;
  // A member belongs to one worker, and a worker has one call in flight: so its order is kept.
  const workers = Array.from({ length: concurrency }, () => ({ waiting: [] as Activity[], inFlight: Promise.resolve() }));
  const send = async (worker: (typeof workers)[number]) => {
    await worker.inFlight;
    const activities = worker.waiting.splice(0);
    worker.inFlight = record(activities, options, summary);
    // Observed when the next call waits for it, or at the end.
    worker.inFlight.catch(() => {});
  };
  for await (const row of readCsv(options.file)) {
    if (signal?.aborted) break;
    const { member, money, at, key, units } = parse(row, options);
    const purchase = { amount: money, currencyCode: currency, ...(units !== null && { items: [{ quantity: units, amount: money }] }) };
    const input = { member: { externalId: member }, idempotencyKey: `import-${key}`, externalId: key, purchase, effectiveAt: at };
    const worker = workers[workerOf(member, concurrency)] as (typeof workers)[number];
    worker.waiting.push({ line: row.line, member, input });
    if (worker.waiting.length >= batch) await send(worker);
  }
  if (!signal?.aborted) for (const worker of workers) await send(worker);
  await Promise.all(workers.map((worker) => worker.inFlight));
}

async function record(activities: readonly Activity[], { call, onProgress }: ImportOptions, summary: ImportSummary): Promise<void> {
  let left = activities;
  while (left.length > 0) {
    const { recordActivities } = await call<{ recordActivities: { outcomes: Outcome[] } }>(RECORD, {
      activities: left.map(({ input }) => input),
    });
    const again: Activity[] = [];
    let pause = 0;
    for (const [i, { errors, replayed }] of recordActivities.outcomes.entries()) {
      const activity = left[i] as Activity;
      const [error] = errors;
      if (error?.code === 'RETRY_LATER') {
        again.push(activity);
        pause = Math.max(pause, error.retryAfterMs ?? 1_000);
      } else if (replayed || error?.code === 'ACTIVITY_ALREADY_RECORDED') summary.known += 1;
      else if (error) refuse(summary, `line ${activity.line}: ${error.message}`);
      else summary.recorded += 1;
    }
    onProgress?.(summary);
    left = again;
    if (left.length > 0) await sleep(pause);
  }
}

function refuse(summary: ImportSummary, line: string): void {
  summary.refused += 1;
  if (summary.refusals.length < 100) summary.refusals.push(line);
}

function workerOf(member: string, workers: number): number {
  let hash = 0;
  for (let i = 0; i < member.length; i += 1) hash = (Math.imul(hash, 31) + member.charCodeAt(i)) >>> 0;
  return hash % workers;
}
