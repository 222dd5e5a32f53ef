import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plainText } from '../../../src/community/text/plain-text.js';
import { check } from '../../support/seed.js';

describe('a post as plain text', () => {
  test.each([
    ['# Hello\n\n*big*   **world**\nagain', 'Hello big world again'],
    ['- a\n- b\n\n> c\n\n```js\nd\n```', 'a b c d'],
    ['[words](https://a.example "t") https://b.example ![cat](https://c.example)', 'words https://b.example cat'],
    ['@ann `code` &amp; &#102;ree <b>', '@ann code & free <b>'],
    ['f**re**e f\u200bree', 'free free'],
    ['read notes.md', 'read notes.md'],
    ['', ''],
  ])('%j', (body, expected) => expect(plainText(body)).toBe(expected));

  test.each([
    ['one two three', 13, 'one two three'],
    ['one two three', 12, 'one two…'],
    ['one two three', 8, 'one two…'],
    ['one two three', 7, 'one…'],
    ['onetwothree', 5, 'onet…'],
    ['👨‍👩‍👧👨‍👩‍👧', 12, '👨‍👩‍👧…'],
    ['👨‍👩‍👧 and more', 5, '…'],
    ['one two', 1, '…'],
    ['one two', 0, ''],
  ])('%j within %i is %j', (body, max, expected) => expect(plainText(body, max)).toBe(expected));

  test('never longer than asked, never half a character', () => {
    check(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.integer({ min: 0, max: 40 }), (body, max) => {
        const text = plainText(body, max);
        expect(text.length).toBeLessThanOrEqual(max);
        expect(text.isWellFormed()).toBe(true);
      }),
      1_000,
    );
  });
});
