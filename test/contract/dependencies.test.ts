import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const imports = async (file: string): Promise<string[]> => {
  const text = await readFile(file, 'utf8');
  return [...text.matchAll(/from '([^']+)'|import '([^']+)'/g)].map(([, a, b]) => (a ?? b) as string);
};
const sources = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts')).map((name) => join(folder, name));

describe('dependence runs one way', () => {
  test('the pure core imports nothing but itself', async () => {
    for (const file of await sources('src/journal/core')) {
      for (const name of await imports(file)) expect([file, name]).toEqual([file, expect.stringMatching(/^\.\/[a-z-]+\.js$/)]);
    }
  });

  test('the shell of the journal and the API machinery import no feature', async () => {
    const features = [
      'programs',
      'members',
      'earning',
      'tiers',
      'points',
      'access',
      'feed',
      'reactors',
      'webhooks',
      'outbound',
      'client',
      'rewards',
      'vouchers',
      'support',
    ];
    for (const folder of ['src/journal', 'src/graphql']) {
      for (const file of await sources(folder)) {
        for (const name of (await imports(file)).filter((each) => each.startsWith('.'))) {
          const [, target] = normalize(join(dirname(file), name)).split('/');
          expect([file, features.includes(target as string)]).toEqual([file, false]);
        }
      }
    }
  });

  test('reactors and calls to the outside know nothing of who uses them', async () => {
    for (const folder of ['src/reactors', 'src/outbound']) {
      for (const file of await sources(folder)) {
        for (const name of (await imports(file)).filter((each) => each.startsWith('.'))) {
          const [, target] = normalize(join(dirname(file), name)).split('/');
          expect([file, target]).toEqual([file, expect.stringMatching(/^(reactors|outbound|journal|database)$/)]);
        }
      }
    }
  });

  test('the client depends on nothing', async () => {
    for (const file of await sources('src/client')) {
      for (const name of await imports(file)) expect([file, name]).toEqual([file, expect.stringMatching(/^\.\/[a-z-]+\.js$/)]);
    }
  });

  test('pure decisions import neither drivers nor Node', async () => {
    for (const folder of [
      'src/earning',
      'src/promotions',
      'src/tiers',
      'src/points',
      'src/members',
      'src/rewards',
      'src/vouchers',
      'src/support',
    ]) {
      for (const file of (await sources(folder)).filter(
        (name) =>
          !/(types|resolver|entity)\.ts$|member-|enroll\.ts|update-|give-|lists|own-|standing|-command|preview-|claim-|-rows|-node|find-|fill-|codes|verify-|reward-|-loaders|-cases?\.ts$/.test(
            name,
          ),
      )) {
        for (const name of await imports(file)) expect([file, name]).toEqual([file, expect.stringMatching(/^\./)]);
      }
    }
  });
});
