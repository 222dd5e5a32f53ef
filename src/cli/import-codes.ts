import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from './import-api.js';

export interface CodeImportOptions {
  /** One code a line; empty lines are passed over. */
  readonly file: string;
  /** Global id of the pool. */
  readonly pool: string;
  /** Line to begin at, from 1. */
  readonly from: number;
  readonly batch: number;
  readonly call: Call;
  readonly onProgress?: (summary: CodeImportSummary) => void;
  /** Stops: what is in flight is finished and counted, nothing more is sent. */
  readonly signal?: AbortSignal;
}

export interface CodeImportSummary {
  added: number;
  /** Codes that the programme had, or that came earlier in the file. */
  duplicates: number;
  /** Lines of the first 20 of them. */
  readonly duplicateLines: number[];
  /** The line to go on from. */
  nextLine: number;
}

const TOLD_MAX = 20;

const IMPORT = `mutation ($pool: ID!, $codes: [String!]!) {
  importVoucherCodes(input: { pool: $pool, codes: $codes }) { added duplicates errors { code message path ... on RetryLater { retryAfterMs } } } }`;

interface Answer {
  readonly importVoucherCodes: {
    readonly added: number;
    readonly duplicates: readonly number[];
    readonly errors: readonly {
      readonly code: string;
      readonly message: string;
      readonly path?: readonly string[];
      readonly retryAfterMs?: number;
    }[];
  };
}

/**
 * Imports the codes of a file into a pool, in its order, some at a time, so that memory does not grow with the file. A code is
 * added once however often it is sent, so an import that was interrupted can be run again, from the beginning or from the line it had come to.
 * @throws Error naming the line of a code that cannot be used
 */
export async function importCodes(options: CodeImportOptions): Promise<CodeImportSummary> {
  const { file, from, batch, signal, onProgress } = options;
  const summary: CodeImportSummary = { added: 0, duplicates: 0, duplicateLines: [], nextLine: from };
  let waiting: { line: number; code: string }[] = [];
  const send = async () => {
    await add(options, waiting, summary);
    waiting = [];
    onProgress?.(summary);
  };
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (signal?.aborted) return summary;
    const code = text.replace('\uFEFF', '').trim();
    if (line < from || code === '') continue;
    waiting.push({ line, code });
    if (waiting.length >= batch) await send();
  }
  if (waiting.length > 0) await send();
  summary.nextLine = line + 1;
  return summary;
}

async function add(
  { call, pool }: CodeImportOptions,
  codes: readonly { line: number; code: string }[],
  summary: CodeImportSummary,
): Promise<void> {
  for (;;) {
    const { importVoucherCodes } = await call<Answer>(IMPORT, { pool, codes: codes.map(({ code }) => code) });
    const { added, duplicates, errors } = importVoucherCodes;
    const [error] = errors;
    if (error?.code === 'RETRY_LATER') {
      await sleep(error.retryAfterMs ?? 1_000);
      continue;
    }
    if (error) {
      const at = codes[Number(error.path?.[1])]?.line;
      throw new Error(`${at === undefined ? '' : `line ${at}: `}${error.message}; everything before line ${codes[0]?.line} was imported`);
    }
    summary.added += added;
    summary.duplicates += duplicates.length;
    for (const i of duplicates) if (summary.duplicateLines.length < TOLD_MAX) summary.duplicateLines.push(codes[i]?.line as number);
    summary.nextLine = (codes.at(-1)?.line as number) + 1;
    return;
  }
}
