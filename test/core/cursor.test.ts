import { createCipheriv, randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Cursor, CursorSeal } from '../../src/feed/cursor.js';
import { NumberBlocks, openNumber } from '../../src/feed/number-blocks.js';
import { check } from '../support/seed.js';

const BLOCK_BYTES = 16;
const place = fc.maxSafeNat();
const cursors: fc.Arbitrary<Cursor> = fc.record({
  epoch: fc.string(),
  programId: fc.uuid(),
  stream: fc.option(fc.record({ streamId: fc.uuid(), number: place })),
  positions: fc.array(place, { maxLength: 16 }),
});
const secret = randomBytes(32);
const seal = new CursorSeal(secret, 'here');
const places = fc.record({ programId: fc.uuid(), streamId: fc.uuid(), epoch: fc.string(), number: place });

/** A cursor in either form: a whole one, or one of a stream's. */
const texts = fc.oneof(
  cursors.map((cursor) => ({ cursor, text: seal.seal(cursor) })),
  places.map(({ programId, streamId, epoch, number }) => ({
    cursor: { epoch, programId, stream: { streamId, number }, positions: [] } as Cursor,
    text: new CursorSeal(secret, epoch).ofStream(programId, streamId).at(number),
  })),
);

/** The part that a stream's cursors share, and the block of one. */
const partsOf = (text: string): [Buffer, Buffer] => {
  const bytes = Buffer.from(text, 'base64url');
  return [bytes.subarray(0, -BLOCK_BYTES), bytes.subarray(-BLOCK_BYTES)];
};
const joined = (part: Buffer, block: Buffer): string => Buffer.concat([part, block]).toString('base64url');

describe('a sealed cursor', () => {
  test('opens as it was, in this process and in any other of the installation', () => {
    const other = new CursorSeal(secret, 'elsewhere');
    check(
      fc.property(texts, ({ cursor, text }) => {
        expect(text).toMatch(/^[\w-]+$/);
        expect(seal.open(text)).toEqual(cursor);
        expect(other.open(text)).toEqual(cursor);
      }),
      400,
    );
  });

  test('does not open under the secret of another installation', () => {
    check(
      fc.property(texts, ({ text }) => {
        expect(new CursorSeal(randomBytes(32), 'here').open(text)).toBeNull();
      }),
      200,
    );
  });

  test('does not open when one bit of it was changed, or its end was cut off', () => {
    check(
      fc.property(texts, fc.nat(), ({ text }, at) => {
        const bytes = Buffer.from(text, 'base64url');
        const bit = at % (bytes.length * 8);
        expect(seal.open(bytes.subarray(0, at % bytes.length).toString('base64url'))).toBeNull();
        bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(seal.open(bytes.toString('base64url'))).toBeNull();
      }),
      2_000,
    );
  });

  test('is refused, whatever else a caller sends', () => {
    check(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .tuple(fc.integer({ min: 1, max: 2 }), fc.uint8Array())
            .map(([version, bytes]) => Buffer.from([version, ...bytes]).toString('base64url')),
          // A part of ours, and a block that is none.
          fc
            .uint8Array({ minLength: BLOCK_BYTES, maxLength: BLOCK_BYTES })
            .map((block) => joined(partsOf(seal.ofStream('p', 's').at(1))[0], Buffer.from(block))),
        ),
        (text) => {
          expect(seal.open(text)).toBeNull();
        },
      ),
      1_000,
    );
  });

  test('shows nothing of what it holds, not even whether two are of the same place', () => {
    const cursor = { epoch: 'here', programId: 'programme', stream: null, positions: [4, 711] };
    const [one, two] = [seal.seal(cursor), seal.seal(cursor)];
    expect(one).not.toBe(two);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toMatch(/programme|711|here/);
  });

  test('that was made by an earlier version opens', () => {
    const before = new CursorSeal(Buffer.alloc(32, 7), 'epoch');
    const programId = '0198a0f4-3c1e-7b52-9d3e-5b7f6a1c2d3e';
    expect(
      before.open(
        'AaICNWhHteFF0-25x3vYmO482QQztGH-Aw3DINlQu9uXLblLNSb5h-VPLMXKfMBfuq36yz3VlFLKU_59n8cf0TsAW27pBA-lN5keyPfbQQqK93OmvU4YQ_eO_P8Gvc_REbZluB9y--zdnWSNscinO8kbfQipNcHHrwx6TtW5OeHNMAWz-0uPHZKG2w',
      ),
    ).toEqual({ epoch: 'epoch', programId, stream: { streamId: '0198a0f4-3c1e-7b52-9d3e-5b7f6a1c2d3f', number: 711 }, positions: [] });
    expect(
      before.open(
        'AaICNWhHteFF0-25x3vYmO7CRWLHLoQ9iX-CaftKEgylxJ1or2qst9LPd5nxuO6pI5Zu0Kj5UOvQt5TAGjtLoaXBaOOoDNdiTmQOA5yHHClkxkTk1EFQlABHgGo27Ex8qStEb6fVkjrXZDpkahCbsQ',
      ),
    ).toEqual({ epoch: 'epoch', programId, stream: null, positions: [4, 711, 0, 9] });
  });
});

describe('cursors of one stream', () => {
  test('share what says of which stream they are, and their numbers belong to that alone', () => {
    const one = seal.ofStream('programme', 'one');
    check(
      fc.property(place, (number) => {
        const [part, block] = partsOf(one.at(number));
        expect(partsOf(one.at(number + 1))[0]).toEqual(part);
        expect(seal.open(joined(part, block))?.stream).toEqual({ streamId: 'one', number });
        // Not with another stream, nor with the same one sealed again, here or by another process.
        for (const other of [
          seal.ofStream('programme', 'two'),
          seal.ofStream('programme', 'one'),
          new CursorSeal(secret, 'here').ofStream('programme', 'one'),
        ])
          expect(seal.open(joined(partsOf(other.at(number))[0], block))).toBeNull();
      }),
      200,
    );
  });

  test('are no whole cursors, nor is any of those a part of theirs', () => {
    const [part, block] = partsOf(seal.ofStream('programme', 'one').at(3));
    const asWhole = Buffer.from(part);
    asWhole[0] = 1;
    expect(seal.open(asWhole.toString('base64url'))).toBeNull();
    const whole = Buffer.from(seal.seal({ epoch: 'here', programId: 'programme', stream: null, positions: [3] }), 'base64url');
    whole[0] = 2;
    expect(seal.open(joined(whole, block))).toBeNull();
  });

  test('show neither the stream nor the number', () => {
    const bytes = Buffer.from(seal.ofStream('programme', 'stream').at(0x6c61_7572), 'base64url').toString('latin1');
    expect(bytes).not.toMatch(/programme|stream|here|laur/);
  });
});

test('a number is sealed as XTS-AES-256 seals one block', () => {
  check(
    fc.property(
      place,
      fc.uint8Array({ minLength: 64, maxLength: 64 }),
      fc.uint8Array({ minLength: 12, maxLength: 12 }),
      (number, bytes, unit) => {
        const [key, nonce] = [Buffer.from(bytes), Buffer.from(unit)];
        // XTS takes no two equal halves.
        fc.pre(!key.subarray(0, 32).equals(key.subarray(32)));
        const plain = Buffer.alloc(BLOCK_BYTES);
        plain.writeBigUInt64BE(BigInt(number), 8);
        const expected = createCipheriv('aes-256-xts', key, Buffer.concat([nonce], BLOCK_BYTES)).update(plain);
        const numbers = new NumberBlocks(key);
        expect(numbers.seal(numbers.tweakOf(nonce), number)).toBe(expected.toString('base64url'));
        expect(openNumber(key, nonce, expected)).toBe(number);
      },
    ),
    300,
  );
});
