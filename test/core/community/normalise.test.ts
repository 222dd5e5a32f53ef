import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findWords, skeleton } from '../../../src/community/text/normalise.js';
import { check } from '../../support/seed.js';

const RULES = ['free', 'sex', 'casino', 'Größe', 'ελληνική', 'получи', '免费', 'free money', 'मुफ्त', '4chan'];

describe('skeletons', () => {
  test.each([
    ['paypal', 'ｐａｙｐａｌ', '𝓹𝓪𝔂𝓹𝓪𝓵', 'p\u200ba\u00ady\u202epal', 'pàÿpål', 'PAYPAL', 'ⓟⓐⓨⓟⓐⓛ', 'рауρаl'],
    ['here', 'Ηere', 'НЕRЕ', 'һere'],
    ['strasse', 'Straße', 'STRASSE'],
    ['file', 'ﬁle'],
  ])('%s is what %s looks like, and others', (looks, ...written) => {
    expect(written.map((each) => skeleton(each))).toEqual(written.map(() => looks));
  });

  test('leet is read if asked for; i and l are one then', () => {
    expect(skeleton('fr33 c4$1n0')).toBe('fr33 c4$1n0');
    expect(skeleton('FR33 c4$1n0', { isLeet: true })).toBe('free casino');
    expect(skeleton('lIl1!|', { isLeet: true })).toBe('iiiiii');
  });

  test('the vowels of a script stay, the marks that were added go', () => {
    expect(skeleton('मुफ्त')).toBe('मुफ्त');
    expect(skeleton('z̴̡̢̛a̗̘̙l̜̝g̞o͎͓')).toBe('zalgo');
    expect(skeleton('한국')).toBe('한국');
  });

  test('a skeleton is its own skeleton', () => {
    check(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.boolean(), (text, isLeet) => {
        const once = skeleton(text, { isLeet });
        expect(skeleton(once, { isLeet })).toBe(once);
      }),
      3_000,
    );
  });
});

describe('words', () => {
  test.each([
    ['Get it FREE now', ['free']],
    ['f\u0433\u0435\u0435', ['free']],
    ['fr\u0435\u0435', ['free']],
    ['ＦＲＥＥ', ['free']],
    ['f\u200bre\u00ade', ['free']],
    ['frée', ['free']],
    ['FR33!!', ['free']],
    ['fr€e', ['free']],
    ['$3x! now', ['sex']],
    ['c4s1n0', ['casino']],
    ['f r e e', ['free']],
    ['it is a f.r-e_e lunch', ['free']],
    ['s e x', ['sex']],
    ['FREE   Money', ['free', 'free money']],
    ['GRÖSSE', ['Größe']],
    ['ΕΛΛΗΝΙΚΗ', ['ελληνική']],
    ['ПОЛУЧИ', ['получи']],
    ['这里免费的东西', ['免费']],
    ['यह मुफ्त है', ['मुफ्त']],
    ['4CHAN', ['4chan']],
  ])('%j has %j', (text, words) => expect(findWords(text, RULES)).toEqual(words));

  test.each(['freedom', 'carefree', 'fr ee', 'sextet', 'Essex', 'fre', 'f r e', 'fre e', ''])('%j has none', (text) =>
    expect(findWords(text, RULES)).toEqual([]),
  );

  test('a word without a letter is found nowhere', () => expect(findWords('a - b !!', ['', ' ', '-', '...'])).toEqual([]));

  test('whatever a text is, it has the words that stand in it, and it never throws', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 3, maxLength: 8 });
    check(
      fc.property(
        letters,
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.string({ unit: 'binary', maxLength: 30 }),
        (word, before, after) => {
          expect(findWords(`${before}\n ${word} \n${after}`, [word])).toEqual([word]);
        },
      ),
      1_500,
    );
  });
});
