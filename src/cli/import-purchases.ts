import { parseArgs } from 'node:util';
import { caller, ServerUnreachable } from './import-api.js';
import { type ImportSummary, importCsv } from './import-csv.js';

const USAGE = `npm run import -- FILE.csv --member COLUMN --amount COLUMN --at COLUMN --key COLUMN
  [--quantity COLUMN] [--amount-unit minor|major] [--currency USD] [--zone UTC]
  [--url http://127.0.0.1:4000/graphql] [--api-key KEY, or LAUREL_API_KEY] [--concurrency 4] [--batch 500]
Imports purchases; with vouchers in place of the file, codes. Interrupted, run it again: nothing is recorded twice.`;

function usage(problem = ''): never {
  process.stderr.write(`${problem}${USAGE}\n`);
  process.exit(64);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        member: { type: 'string' },
        amount: { type: 'string' },
        at: { type: 'string' },
        key: { type: 'string' },
        quantity: { type: 'string' },
        'amount-unit': { type: 'string', default: 'major' },
        currency: { type: 'string', default: 'USD' },
        zone: { type: 'string', default: 'UTC' },
        url: { type: 'string', default: `http://127.0.0.1:${process.env.PORT ?? 4000}/graphql` },
        'api-key': { type: 'string', default: process.env.LAUREL_API_KEY ?? '' },
        concurrency: { type: 'string', default: '4' },
        batch: { type: 'string', default: '500' },
      },
    });
  } catch (error) {
    return usage(`${(error as Error).message}\n\n`);
  }
}

const { values, positionals } = readArguments();
const [file] = positionals;
const { member, amount, at, key } = values;
const unit = values['amount-unit'];
const [concurrency, batch] = [Number(values.concurrency), Number(values.batch)];
const isUsable =
  file &&
  member &&
  amount &&
  at &&
  key &&
  values['api-key'] &&
  (unit === 'minor' || unit === 'major') &&
  Number.isInteger(concurrency) &&
  concurrency >= 1 &&
  Number.isInteger(batch) &&
  batch >= 1 &&
  batch <= 500;
if (!isUsable) usage();

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const startedAt = Date.now();
const tell = ({ enrolled, alreadyEnrolled, recorded, known, refused }: ImportSummary): string => {
  const seconds = Math.max(0.001, (Date.now() - startedAt) / 1000);
  return `${enrolled} members enrolled, ${alreadyEnrolled} already there; ${recorded} purchases recorded, ${known} already there, ${refused} refused; ${seconds.toFixed(1)} s, ${Math.round((recorded + known) / seconds)} purchases/s`;
};
const { isTTY } = process.stderr;
const tellEveryMs = isTTY ? 1_000 : 5_000;
let toldAt = startedAt;
try {
  const summary = await importCsv({
    file: file as string,
    member: member as string,
    amount: amount as string,
    at: at as string,
    key: key as string,
    quantity: values.quantity ?? null,
    amountUnit: unit as 'minor' | 'major',
    currency: values.currency,
    zone: values.zone,
    concurrency,
    batch,
    call: caller(values.url, values['api-key']),
    signal: stop.signal,
    onProgress: (summary, share) => {
      if (Date.now() - toldAt < tellEveryMs) return;
      toldAt = Date.now();
      process.stderr.write(`${isTTY ? '\r' : ''}${Math.floor(share * 100)} %: ${tell(summary)}${isTTY ? '' : '\n'}`);
    },
  });
  if (isTTY && toldAt > startedAt) process.stderr.write('\n');
  for (const refusal of summary.refusals) process.stderr.write(`${refusal}\n`);
  process.stdout.write(`${tell(summary)}${stop.signal.aborted ? '; interrupted, run it again for the rest' : ''}\n`);
  process.exitCode = stop.signal.aborted ? 130 : summary.refused > 0 ? 1 : 0;
} catch (error) {
  const isUnreachable = error instanceof ServerUnreachable;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}${isUnreachable ? '; run it again for the rest' : ''}\n`);
  process.exitCode = isUnreachable ? 2 : 1;
}
