import { describe, expect, test } from '@jest/globals';
import type { ProgramReads } from '../../../src/database/program-reads.js';
import { MemberLookup } from '../../../src/members/member-lookup.js';

interface Statement {
  readonly programId: string;
  readonly externalIds: readonly string[];
  readonly emails: readonly string[];
  answer(): void;
  fail(): void;
}

/** Reads that answer when they are told: member x has the id id-x, externalId x and e-mail x@y.z; those named no-… do not exist. */
function scripted() {
  const statements: Statement[] = [];
  const query = (programId: string, externalIds: string[], emails: string[]) =>
    new Promise((resolve, reject) => {
      const names = new Set([...externalIds, ...emails.map((email) => email.replace('@y.z', ''))]);
      const rows = [...names]
        .filter((name) => !name.startsWith('no-'))
        .map((name) => ({ id: `id-${name}`, external_id: name, email: `${name}@y.z` }));
      statements.push({ programId, externalIds, emails, answer: () => resolve({ rows }), fail: () => reject(new Error('gone')) });
    });
  const reads = {
    of: (programId: string) => ({
      query: ({ values: [, externalIds, emails] }: { values: [string, string[], string[]] }) => query(programId, externalIds, emails),
    }),
  };
  return { statements, lookup: new MemberLookup(reads as unknown as ProgramReads) };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a look-up of members', () => {
  test('runs one statement of a programme at a time; who comes meanwhile shares the next, and gets what was asked for', async () => {
    const { statements, lookup } = scripted();
    const first = lookup.find('p', [{ externalId: 'a' }]);
    const others = [
      lookup.find('p', [{ externalId: 'b' }, { externalId: 'no-c' }]),
      lookup.find('p', [{ email: 'D@y.z' }, { externalId: 'b' }]),
    ];
    const elsewhere = lookup.find('q', [{ externalId: 'a' }]);
    await settle();
    expect(statements.map(({ programId, externalIds }) => [programId, externalIds])).toEqual([
      ['p', ['a']],
      ['q', ['a']],
    ]);
    statements[0]?.answer();
    expect(await first).toEqual(['id-a']);
    await settle();
    expect(statements[2]).toMatchObject({ programId: 'p', externalIds: ['b', 'no-c'], emails: ['d@y.z'] });
    expect(statements).toHaveLength(3);
    statements[1]?.answer();
    statements[2]?.answer();
    expect(await Promise.all([...others, elsewhere])).toEqual([['id-b', null], ['id-d', 'id-b'], ['id-a']]);
  });

  test('that fails, fails for those who shared it and for nobody else', async () => {
    const { statements, lookup } = scripted();
    const first = lookup.find('p', [{ externalId: 'a' }]);
    const second = lookup.find('p', [{ externalId: 'b' }]);
    statements[0]?.fail();
    await expect(first).rejects.toThrow('gone');
    await settle();
    statements[1]?.answer();
    expect(await second).toEqual(['id-b']);
    const third = lookup.find('p', [{ externalId: 'c' }]);
    expect(statements).toHaveLength(3);
    statements[2]?.answer();
    expect(await third).toEqual(['id-c']);
  });

  test('remembers an externalId until it is told to forget, and no e-mail address', async () => {
    const { statements, lookup } = scripted();
    const ask = async (key: { externalId: string } | { email: string }) => {
      const found = lookup.find('p', [key]);
      statements.at(-1)?.answer();
      return found;
    };
    await ask({ externalId: 'a' });
    expect(await lookup.find('p', [{ externalId: 'a' }])).toEqual(['id-a']);
    expect(statements).toHaveLength(1);
    lookup.forget('p', 'a');
    expect(await ask({ externalId: 'a' })).toEqual(['id-a']);
    await ask({ email: 'a@y.z' });
    expect(await ask({ email: 'a@y.z' })).toEqual(['id-a']);
    expect(statements).toHaveLength(4);
  });
});
