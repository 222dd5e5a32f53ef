import { parseArgs } from 'node:util';
import { caller, ServerUnreachable } from './import-api.js';
import { type CodeImportSummary, importCodes } from './import-codes.js';

const USAGE = `npm run import -- vouchers FILE --pool vpl_… [--from LINE] [--batch 2000]
  [--url http://127.0.0.1:4000/graphql] [--api-key KEY, or LAUREL_API_KEY]
Imports voucher codes, one a line, into a pool. Interrupted, run it again: no code is added twice.`;
const BATCH_MAX = 2_000;

function usage(problem = ''): never {
  process.stderr.write(`${problem}${USAGE}\n`);
  process.exit(64);
}

function readArguments() {
  try {
    return parseArgs({
      args: process.argv.slice(3),
      allowPositionals: true,
      options: {
        pool: { type: 'string' },
        from: { type: 'string', default: '1' },
        batch: { type: 'string', default: String(BATCH_MAX) },
        url: { type: 'string', default: `http://127.0.0.1:${process.env.PORT ?? 4000}/graphql` },
        'api-key': { type: 'string', default: process.env.LAUREL_API_KEY ?? '' },
      },
    });
  } catch (error) {
    return usage(`${(error as Error).message}\n\n`);
  }
}

const { values, positionals } = readArguments();
const [file] = positionals;
const { pool } = values;
const [from, batch] = [Number(values.from), Number(values.batch)];
const isUsable = Number.isInteger(from) && from >= 1 && Number.isInteger(batch) && batch >= 1 && batch <= BATCH_MAX;
if (!file || !pool || !values['api-key'] || !isUsable) usage();

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const startedAt = Date.now();
const tell = ({ added, duplicates, nextLine }: CodeImportSummary): string => {
  const seconds = Math.max(0.001, (Date.now() - startedAt) / 1_000);
  return `${added} codes added, ${duplicates} duplicates left out, up to line ${nextLine - 1}; ${seconds.toFixed(1)} s, ${Math.round((added + duplicates) / seconds)} codes/s`;
};
let toldAt = startedAt;
try {
  const summary = await importCodes({
    ...{ file: file as string, pool: pool as string, from, batch, call: caller(values.url, values['api-key']), signal: stop.signal },
    onProgress: (so) => {
      if (Date.now() - toldAt < 5_000) return;
      toldAt = Date.now();
      process.stderr.write(`${tell(so)}\n`);
    },
  });
  if (summary.duplicates > 0)
    process.stderr.write(
      `duplicates: lines ${summary.duplicateLines.join(', ')}${summary.duplicates > summary.duplicateLines.length ? ', …' : ''}\n`,
    );
  process.stdout.write(`${tell(summary)}${stop.signal.aborted ? `; interrupted, --from ${summary.nextLine} goes on` : ''}\n`);
  process.exitCode = stop.signal.aborted ? 130 : 0;
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}${error instanceof ServerUnreachable ? '; run it again for the rest' : ''}\n`,
  );
  process.exitCode = error instanceof ServerUnreachable ? 2 : 1;
}
