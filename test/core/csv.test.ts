import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CsvRecord, readCsv } from '../../src/cli/csv.js';
import { seed } from '../support/seed.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laurel-csv-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(text: string) {
  const path = join(folder, 'file.csv');
  await writeFile(path, text);
  const records: CsvRecord[] = [];
  for await (const record of readCsv(path)) records.push(record);
  return records;
}

const values = async (text: string) => (await read(text)).map((record) => record.values);

test('the first record names the columns', async () => {
  expect(await read('id,name\n1,Ada\n2,Billie\n')).toMatchObject([
    { line: 2, values: { id: '1', name: 'Ada' } },
    { line: 3, values: { id: '2', name: 'Billie' } },
  ]);
});

test('quoted fields hold commas, quotes and line breaks, and lines are still counted', async () => {
  expect(await read('id,name\r\n1,"a, ""b""\r\nc"\r\n2,d\r\n')).toMatchObject([
    { line: 2, values: { id: '1', name: 'a, "b"\r\nc' } },
    { line: 4, values: { id: '2', name: 'd' } },
  ]);
});

test.each([
  ['without a line break at the end', 'a,b\n1,2'],
  ['with a lone carriage return at the end', 'a,b\r\n1,2\r'],
  ['with a byte order mark', '\uFEFFa,b\n1,2\n'],
  ['with a byte order mark before a quoted name', '\uFEFF"a","b"\n1,2\n'],
  ['with blank lines', 'a,b\n\n1,2\n\r\n'],
])('a file %s reads the same', async (_, text) => {
  expect(await values(text)).toEqual([{ a: '1', b: '2' }]);
});

test('a carriage return inside quotes is kept', async () => {
  expect(await values('a,b\n1,"2\r"\n')).toEqual([{ a: '1', b: '2\r' }]);
});

test('an empty last field is a field', async () => {
  expect(await values('a,b\n1,\n2,""')).toEqual([
    { a: '1', b: '' },
    { a: '2', b: '' },
  ]);
});

test('a record with another number of fields is reported and hides no other one', async () => {
  expect(await read('a,b\n1\n1,2,3\n4,5\n')).toMatchObject([
    { line: 2, problem: '1 fields, the header has 2' },
    { line: 3, problem: '3 fields, the header has 2' },
    { line: 4, problem: null, values: { a: '4', b: '5' } },
  ]);
});

test.each([
  ['a quote that is never closed', 'a,b\n1,2\n3,"4\n5,6\n', 'line 3: a quote is not closed'],
  ['text after a closing quote', 'a,b\n1,"2"3\n', 'line 2: text follows a closing quote'],
  ['a column name given twice', 'a,b,a\n1,2,3\n', 'line 1: the column a is there twice'],
])('%s is refused', async (_, text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});

test('whatever is written is read back, however the file falls into chunks', async () => {
  const field = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'é', '😀', 'x') }));
  const rows = fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 65_500, max: 65_540 }), async (written, padding) => {
      // Longer than what the stream gives at once, so that a chunk ends inside these records.
      const all = [['x'.repeat(padding), 'y'], ...written];
      const text = all.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      expect(await values(`a,b\r\n${text}\r\n`)).toEqual(all.map(([a, b]) => ({ a, b })));
    }),
    { seed: seed(), numRuns: 100 },
  );
});
