import { expect, test } from '@jest/globals';
import type { Pool } from 'pg';
import { ProgramDirectory } from '../../src/programs/directory.js';

/** Answers when it is told to, with the version that stood when it was asked. */
class SlowReads {
  version = 1;
  readonly answers: (() => void)[] = [];

  query(): Promise<{ rows: object[] }> {
    const { version } = this;
    return new Promise((resolve) => {
      this.answers.push(() =>
        resolve({ rows: [{ version, test_clock: null, settings: { timeZone: 'UTC', tierSets: [], pointCurrencies: [] } }] }),
      );
    });
  }
}

const begin = () => {
  const reads = new SlowReads();
  return { reads, directory: new ProgramDirectory(reads as unknown as Pool) };
};

test('those who ask for a programme at the same time share one read', async () => {
  const { reads, directory } = begin();
  const asked = Array.from({ length: 100 }, () => directory.get('p'));
  expect(reads.answers).toHaveLength(1);
  reads.answers[0]?.();
  expect(new Set(await Promise.all(asked)).size).toBe(1);
  await directory.get('p');
  expect(reads.answers).toHaveLength(1);
});

test('what was read before a change here is neither shared with those who ask behind it nor remembered', async () => {
  const { reads, directory } = begin();
  const before = directory.get('p');
  reads.version = 2;
  directory.forget('p');
  const behind = directory.get('p');
  reads.answers[1]?.();
  expect((await behind)?.version).toBe(2);
  reads.answers[0]?.();
  expect((await before)?.version).toBe(1);
  expect((await directory.get('p'))?.version).toBe(2);
});

test('a read that failed is tried again by whoever asks next', async () => {
  let reads = 0;
  const directory = new ProgramDirectory({ query: () => Promise.reject(new Error(`read ${(reads += 1)}`)) } as unknown as Pool);
  await expect(directory.get('p')).rejects.toThrow('read 1');
  await expect(directory.get('p')).rejects.toThrow('read 2');
});
