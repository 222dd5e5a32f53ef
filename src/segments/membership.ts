import type { Reads } from '../database/program-reads.js';
import type { KeysetPage } from '../graphql/connection.js';
import type { Row } from '../journal/transaction.js';
import type { Program } from '../programs/program.js';
import { askedSegments } from './asked.js';
import { compileMembers, compileSizes, compileTests, type Statement } from './compile.js';
import { BEHIND_MAX, type PurchaseFolds } from './purchase-folds.js';
import { asksEntries, type SegmentSettings } from './segment.js';

/** Where to look, and whom to tell what took long to read. */
export interface SegmentReads {
  readonly reads: Reads;
  readonly services: { readonly purchaseFolds: PurchaseFolds };
}

const run = async (reads: Reads, { sql, parameters }: Statement): Promise<Row[]> => (await reads.query<Row>(sql, [...parameters])).rows;

const NOBODY: ReadonlyMap<string, readonly string[]> = new Map();

/**
 * In which of the segments members are, now: ids of segments by UUID of the member; who is in none, or is no active member, may be missing.
 * One statement, however many members and segments.
 */
export async function segmentsOf(
  { reads, services }: SegmentReads,
  program: Program,
  segments: readonly SegmentSettings[],
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (segments.length === 0 || memberIds.length === 0) return NOBODY;
  const conditions = segments.map(({ condition }) => condition);
  const rows = await run(reads, compileTests(program, conditions, [...new Set(memberIds)]));
  services.purchaseFolds.notice(
    program.id,
    rows.flatMap((row) => (Number(row.behind) > BEHIND_MAX ? [row.id as string] : [])),
  );
  return new Map(rows.map((row) => [row.id as string, segments.flatMap(({ id }, i) => (row[`is_${i}`] === true ? [id] : []))]));
}

/** The same of those that anything in the programme asks about; null: nothing asks, or there is nobody, and nothing is read. */
export async function askedSegmentsOf(reading: SegmentReads, program: Program, memberIds: readonly string[]) {
  const asked = askedSegments(program.settings);
  if (asked.length === 0 || memberIds.length === 0) return null;
  const segments = (program.settings.segments ?? []).filter(({ id }) => asked.includes(id));
  return segmentsOf(reading, program, segments, memberIds);
}

/** How many active members are in each of the segments, now. One statement. */
export async function sizesOf(
  { reads, services }: SegmentReads,
  program: Program,
  segments: readonly SegmentSettings[],
): Promise<number[]> {
  const conditions = segments.map(({ condition }) => condition);
  if (conditions.some(asksEntries)) await services.purchaseFolds.ready(program.id);
  const [row] = await run(reads, compileSizes(program, conditions));
  return segments.map((_, i) => Number(row?.[`size_${i}`] ?? 0));
}

/** UUIDs of a page of a segment's members, with one more where there is more. */
export async function membersOf(
  { reads, services }: SegmentReads,
  program: Program,
  { condition }: SegmentSettings,
  page: KeysetPage,
): Promise<string[]> {
  if (asksEntries(condition)) await services.purchaseFolds.ready(program.id);
  return (await run(reads, compileMembers(program, condition, page))).map((row) => row.id as string);
}
