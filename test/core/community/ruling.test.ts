import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { communityPolicyOf } from '../../../src/community/moderation/policy.js';
import { type Draft, refuseName, rulingOn } from '../../../src/community/moderation/ruling.js';
import { changedPolicy, type PolicyChanges } from '../../../src/community/moderation/update-policy.js';

const policy = (changes: PolicyChanges) => changedPolicy(communityPolicyOf({} as never), changes);
const draft = (body: string, more: Partial<Draft> = {}): Draft => ({ body, attachments: [], ...more });
const RULES = policy({
  wordRules: [
    { text: 'casino', action: 'REFUSE' },
    { text: 'free money', action: 'HOLD' },
  ],
  linkRules: [
    { host: 'evil.example', action: 'REFUSE' },
    { host: '*.pastebin.example', action: 'HOLD' },
    { host: 'shop.example', action: 'ALLOW' },
    { host: 'ads.shop.example', action: 'HOLD' },
  ],
});
const said = (draft: Draft, { rules = RULES, isNew = false } = {}) => {
  const ruling = rulingOn(draft, rules, { isNew });
  return ruling && ('refusal' in ruling ? ruling.refusal.code : ruling.heldFor);
};

describe('word rules', () => {
  test.each([
    ['plainly', 'The best casino in town'],
    ['in capitals', 'CASINO'],
    ['with Cyrillic letters', 'с\u0430sin\u043e'],
    ['with digits', 'c4s1n0'],
    ['with invisible characters', 'cas\u200bi\u2060n\u00ado'],
    ['letter by letter', 'c a s i n o'],
    ['with dots', 'c.a.s.i.n.o'],
    ['with added marks', 'ca\u0301si\u0308no'],
    ['in full width', '\uff43\uff41\uff53\uff49\uff4e\uff4f'],
    ['within markup', 'cas**i**no'],
    ['as the text of a link', '[casino](https://shop.example/)'],
    ['in mathematical letters', '\u{1d450}\u{1d44e}\u{1d460}\u{1d456}\u{1d45b}\u{1d45c}'],
  ])('find a word %s', (_, body) => {
    expect(said(draft(body))).toBe('TEXT_REFUSED');
  });

  test('find whole words only, in titles and in names of attachments, too', () => {
    expect(said(draft('We went to Casinovia.'))).toBeNull();
    expect(said(draft('Hello.', { title: 'A casino' }))).toBe('TEXT_REFUSED');
    expect(said(draft('Hello.', { attachments: [{ url: 'https://shop.example/', title: 'casino.png' }] }))).toBe('TEXT_REFUSED');
  });

  test('hold what waits for moderators, and refuse where both apply', () => {
    expect(said(draft('Get FREE  money now'))).toBe('word "free money"');
    expect(said(draft('Free money at the casino'))).toBe('TEXT_REFUSED');
  });

  test('refuse names for either action: a name cannot wait', () => {
    expect(refuseName('free_money', RULES, 'handle')).toMatchObject({ code: 'TEXT_REFUSED', path: ['handle'] });
    expect(refuseName('C\u0430sino', RULES, 'displayName')).toMatchObject({ path: ['displayName'] });
    expect(refuseName('Anna', RULES, 'displayName')).toBeNull();
  });
});

describe('link rules', () => {
  test('concern a host and everything below it, however it is written', () => {
    expect(said(draft('See https://www.evil.example/x'))).toBe('LINK_REFUSED');
    expect(said(draft('See [this](http://EVIL.example.)'))).toBe('LINK_REFUSED');
    expect(said(draft('![](https://evil.example/pixel.png)'))).toBe('LINK_REFUSED');
    expect(said(draft('Mail me@evil.example'))).toBe('LINK_REFUSED');
    expect(said(draft('See https://notevil.example/'))).toBeNull();
    expect(said(draft('See https://a.pastebin.example/1'))).toBe('link to a.pastebin.example');
    expect(said(draft('Look.', { attachments: [{ url: 'https://evil.example/a.png', title: null }] }))).toBe('LINK_REFUSED');
  });

  test('of several the nearest host counts', () => {
    expect(said(draft('https://shop.example/'))).toBeNull();
    expect(said(draft('https://x.ads.shop.example/'))).toBe('link to x.ads.shop.example');
  });

  test('may refuse every other host', () => {
    const rules = policy({ linkRules: [{ host: 'shop.example', action: 'ALLOW' }], otherLinks: 'REFUSE' });
    expect(said(draft('https://shop.example/a'), { rules })).toBeNull();
    expect(said(draft('https://other.example/'), { rules })).toBe('LINK_REFUSED');
  });

  test('limit new members, and do not count hosts that are allowed', () => {
    const three = 'https://a.example/ https://b.example/ https://c.example/';
    expect(said(draft(three))).toBeNull();
    expect(said(draft(three), { isNew: true })).toBe('TOO_MANY_LINKS');
    expect(said(draft('https://a.example/ https://b.example/ https://shop.example/'), { isNew: true })).toBeNull();
  });
});

describe('a policy', () => {
  test.each<[string, PolicyChanges, string[]]>([
    ['a word of signs', { wordRules: [{ text: '!!', action: 'HOLD' }] }, ['wordRules']],
    [
      'a word twice',
      {
        wordRules: [
          { text: 'a', action: 'HOLD' },
          { text: 'a', action: 'REFUSE' },
        ],
      },
      ['wordRules'],
    ],
    ['no host', { linkRules: [{ host: 'a b', action: 'HOLD' }] }, ['linkRules']],
    ['no flags', { flagsToHide: 0 }, ['flagsToHide']],
    ['fewer than no links', { newMembers: { linksPerPost: -1 } }, ['newMembers', 'linksPerPost']],
    ['a threshold for NEW', { trust: [{ level: 'NEW', posts: 1 }] }, ['trust', 'level']],
  ])('is not changed to %s', (_, changes, path) => {
    expect(() => policy(changes)).toThrow(expect.objectContaining({ refusal: expect.objectContaining({ path }) }));
  });

  test('keeps what is left out, and takes null where that means none', () => {
    const before = policy({ flagsToHide: 5, newMembers: { postsPerHour: 3 } });
    const after = changedPolicy(before, {
      newMembers: { linksPerPost: null },
      trust: [{ level: 'BASIC', posts: 7, upheldFlagsMax: null }],
    });
    expect(after).toMatchObject({ flagsToHide: 5, newMembers: { postsPerHour: 3, linksPerPost: null } });
    expect(after.trust).toEqual({ ...before.trust, BASIC: { ...before.trust.BASIC, posts: 7, upheldFlagsMax: null } });
    expect(changedPolicy(after, { flagsToHide: null }).flagsToHide).toBeNull();
  });
});
