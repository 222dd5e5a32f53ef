import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caller } from '../../../src/cli/import-api.js';
import { type CodeImportSummary, importCodes } from '../../../src/cli/import-codes.js';
import * as api from '../../support/generated.js';
import { type Caller, TestLaurel } from '../../support/laurel.js';

const CODES = 6_000;

describe('codes from a file', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program();
  });
  afterAll(() => laurel.stop());
  const poolOf = async (name: string) => {
    const input = { name, terms: { kind: 'ITEM' as const }, use: 'OPEN' as const };
    return (await shop.run(api.CreateVoucherPoolDocument, { input })).createVoucherPool?.voucherPool?.id as string;
  };
  const fileOf = async (name: string, lines: readonly string[]) => {
    const file = join(laurel.folder, name);
    await writeFile(file, lines.join('\n'));
    return file;
  };
  const size = async (id: string) => (await shop.run(api.VoucherPoolsDocument, {})).voucherPools?.find((pool) => pool.id === id)?.size;

  test('are imported in order; duplicates are told by their lines; interrupted, it goes on where it was', async () => {
    const pool = await poolOf('A');
    const lines = Array.from({ length: CODES }, (_, i) => `CODE-${i}-A`);
    const file = await fileOf('codes.txt', [...lines, '', 'code0a', 'CODE-1-A', 'LAST-1']);
    const stop = new AbortController();
    const options = { file, pool, batch: 1_000, call: caller(laurel.url, shop.secret as string) };
    const first = await importCodes({
      ...options,
      from: 1,
      signal: stop.signal,
      onProgress: ({ added }: CodeImportSummary) => added >= 2_000 && stop.abort(),
    });
    expect(first).toMatchObject({ added: 2_000, duplicates: 0, nextLine: 2_001 });
    const rest = await importCodes({ ...options, from: first.nextLine });
    expect(rest).toEqual({ added: CODES - 2_000 + 1, duplicates: 2, duplicateLines: [CODES + 2, CODES + 3], nextLine: CODES + 5 });
    expect(await importCodes({ ...options, from: 1 })).toMatchObject({ added: 0, duplicates: CODES + 3 });
    expect(await size(pool)).toBe(CODES + 1);
    const { rows } = await laurel.app.services.reads.query(
      'select code from voucher_codes where position in (1, 2, 6001) order by position',
    );
    expect(rows.map(({ code }) => code)).toEqual(['CODE-0-A', 'CODE-1-A', 'LAST-1']);
    expect((await shop.run(api.VoucherByCodeDocument, { code: 'code 5999 a' })).voucher).toMatchObject({
      errors: [],
      voucher: { status: 'OPEN' },
    });
  });

  test('a code that cannot be used is named by its line; what came before it is there', async () => {
    const pool = await poolOf('B');
    const file = await fileOf('bad.txt', ['GOOD-1', 'GOOD-2', 'x']);
    const options = { file, pool, from: 1, batch: 2, call: caller(laurel.url, shop.secret as string) };
    await expect(importCodes(options)).rejects.toThrow('line 3: A code has 4 to 64 characters.; everything before line 3 was imported');
    expect(await size(pool)).toBe(2);
  });

  test('on the command line', async () => {
    const pool = await poolOf('C');
    const file = await fileOf('few.txt', ['SHELL-1', 'SHELL-2', 'SHELL-1']);
    const run = promisify(execFile)(process.execPath, [
      ...['dist/cli/import.js', 'vouchers', file, '--pool', pool, '--url', laurel.url, '--api-key', shop.secret as string],
    ]);
    const { stdout, stderr } = await run;
    expect([stdout, stderr]).toEqual([
      expect.stringMatching(/^2 codes added, 1 duplicates left out, up to line 3; /),
      'duplicates: lines 3\n',
    ]);
  });
});
