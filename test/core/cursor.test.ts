import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Cursor, CursorSeal } from '../../src/feed/cursor.js';
import { check } from '../support/seed.js';

const place = fc.maxSafeNat();
const cursors: fc.Arbitrary<Cursor> = fc.record({
  epoch: fc.string(),
  programId: fc.uuid(),
  stream: fc.option(fc.record({ streamId: fc.uuid(), number: place })),
  positions: fc.array(place, { maxLength: 16 }),
});
const secret = randomBytes(32);
const seal = new CursorSeal(secret, 'here');

describe('a sealed cursor', () => {
  test('opens as it was, in this process and in any other of the installation', () => {
    const other = new CursorSeal(secret, 'elsewhere');
    check(
      fc.property(cursors, (cursor) => {
        const text = seal.seal(cursor);
        expect(text).toMatch(/^[\w-]+$/);
        expect(seal.open(text)).toEqual(cursor);
        expect(other.open(text)).toEqual(cursor);
      }),
      200,
    );
  });

  test('does not open under the secret of another installation', () => {
    check(
      fc.property(cursors, (cursor) => {
        expect(new CursorSeal(randomBytes(32), 'here').open(seal.seal(cursor))).toBeNull();
      }),
      100,
    );
  });

  test('does not open when one bit of it was changed, or its end was cut off', () => {
    check(
      fc.property(cursors, fc.nat(), (cursor, at) => {
        const bytes = Buffer.from(seal.seal(cursor), 'base64url');
        const bit = at % (bytes.length * 8);
        expect(seal.open(bytes.subarray(0, at % bytes.length).toString('base64url'))).toBeNull();
        bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(seal.open(bytes.toString('base64url'))).toBeNull();
      }),
      1_000,
    );
  });

  test('is refused, whatever else a caller sends', () => {
    check(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.uint8Array().map((bytes) => Buffer.from([1, ...bytes]).toString('base64url')),
        ),
        (text) => {
          expect(seal.open(text)).toBeNull();
        },
      ),
      500,
    );
  });

  test('shows nothing of what it holds, not even whether two are of the same place', () => {
    const cursor = { epoch: 'here', programId: 'programme', stream: null, positions: [4, 711] };
    const [one, two] = [seal.seal(cursor), seal.seal(cursor)];
    expect(one).not.toBe(two);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toMatch(/programme|711|here/);
  });
});
