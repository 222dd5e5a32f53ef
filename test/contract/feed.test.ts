import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLEnumType, type GraphQLUnionType } from 'graphql';
import { CloseCode } from 'graphql-ws';
import { LIMITS } from '../../src/feed/feed.js';
import { SUBSCRIPTIONS_MAX } from '../../src/server/subscriptions.js';

const page = readFileSync('docs/feed.md', 'utf8').replace(/\s+/g, ' ');
const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const DAY_MS = 86_400_000;

/** First cells of the rows of the table under a heading. */
function rowsOf(heading: string): string[] {
  const text = readFileSync('docs/feed.md', 'utf8');
  const part = text.slice(text.indexOf(`\n## ${heading}\n`) + 1).split('\n## ')[0] as string;
  const [, ...rows] = part.split('\n').filter((line) => line.startsWith('| '));
  return rows.map((row) => (row.split('|')[1] as string).trim());
}
const source = (file: string): string => readFileSync(`src/server/${file}`, 'utf8');

describe('the specification of the feed says what the code does', () => {
  test('items and reasons are those of the schema', () => {
    const named = readFileSync('docs/feed.md', 'utf8');
    for (const name of ['BalanceChangedItem', 'TierChangedItem', 'JournalItem'])
      for (const item of (schema.getType(name) as GraphQLUnionType).getTypes()) expect(named).toContain(`\`${item.name}\``);
    const reasons = (schema.getType('StreamResetReason') as GraphQLEnumType).getValues().map(({ name }) => name);
    expect(
      rowsOf('Coming back')
        .map((cell) => cell.replaceAll('`', ''))
        .sort(),
    ).toEqual(reasons.sort());
  });

  test('reasons are looked for in the order in which they are listed', () => {
    const code = readFileSync('src/feed/missed.ts', 'utf8');
    for (const from of ['async function missedInStream', 'async function missedInProgram']) {
      const found = [...`'EPOCH_CHANGED' ${code.slice(code.indexOf(from))}`.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)].map(
        ([, name]) => `\`${name}\``,
      );
      expect(found.slice(0, 4)).toEqual(rowsOf('Coming back'));
    }
  });

  test('limits are those that hold', () => {
    const thousand = (count: number) => count.toLocaleString('en-US');
    for (const said of [
      `older than ${LIMITS.streamRetentionMs / DAY_MS} days for a member, ${LIMITS.programRetentionMs / DAY_MS} days for the programme`,
      `more than ${thousand(LIMITS.behindMax)} entries were missed`,
      `when the place moved for ${LIMITS.bookmarkIntervalMs / 1_000} seconds`,
      `A connection carries ${SUBSCRIPTIONS_MAX} of them`,
    ])
      expect(page).toContain(said);
    for (const [said, file, constant] of [
      ['a message has at most 16 KB', 'websocket.ts', 'MESSAGE_BYTES_MAX = 16 * 1024;'],
      ['`connection_init` comes within 3 seconds', 'websocket.ts', 'INIT_WAIT_MS = 3_000;'],
      ['about 100 messages a second are taken', 'limit-socket.ts', 'FRAMES_PER_SECOND = 100;'],
      ['The server pings every 12 seconds', 'watch-reader.ts', 'PING_MS = 12_000;'],
      ['One that takes nothing for 20 seconds is sent away', 'watch-reader.ts', 'STALLED_MS = 20_000;'],
      ['One that takes nothing for 20 seconds is sent away', 'event-flow.ts', 'STALLED_MS = 20_000;'],
      ['is given away after 10 seconds', 'event-streams.ts', 'RESERVED_MS = 10_000;'],
    ] as const)
      expect([page.includes(said), source(file).includes(constant)]).toEqual([true, true]);
  });

  test('close codes are those of the protocol and of the server', () => {
    const ofProtocol = Object.values(CloseCode).filter((code) => Number(code) >= 4_400 && Number(code) < 4_500);
    const own = readdirSync('src/server')
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...source(name).matchAll(/ = (10\d\d);/g)].map(([, code]) => code as string));
    const codes = new Set(['1009', ...own, ...ofProtocol.map(String)]);
    expect(rowsOf('By WebSocket')).toEqual([...codes].sort());
  });

  test('the tests that it names are there', () => {
    const named = [...page.matchAll(/`(test\/[\w/.-]+)`/g)].map(([, path]) => path as string);
    expect(named.length).toBeGreaterThan(5);
    for (const path of named) expect([path, existsSync(path)]).toEqual([path, true]);
  });
});
