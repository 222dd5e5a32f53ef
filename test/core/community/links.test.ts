import { describe, expect, test } from '@jest/globals';
import { linksIn } from '../../../src/community/text/links-in.js';
import { asciiHost, isHostOf } from '../../../src/community/text/targets.js';

describe('links of a post', () => {
  test.each([
    ['[a](https://A.Example/b) <http://c.example> https://d.example.', ['https a.example', 'http c.example', 'https d.example']],
    ['[a][x] ![b](https://img.example/p.png)\n\n[x]: https://ref.example', ['https ref.example', 'https img.example']],
    ['https://bücher.example https://XN--BCHER-KVA.example', ['https xn--bcher-kva.example', 'https xn--bcher-kva.example']],
    ['me@mail.com <you@b.example>', ['mailto mail.com', 'mailto b.example']],
    ['http://2130706433/ http://0x7f.1', ['http 127.0.0.1', 'http 127.0.0.1']],
    ['https://a.example./', ['https a.example']],
    ['`https://a.example` [a](/path) [b](javascript:c) [bank](https://bank.example@evil.example)', []],
    ['[a](https://sp\u200bam.example)', ['https spam.example']],
  ])('%j', (body, expected) => {
    expect(linksIn(body).map(({ host, scheme }) => `${scheme} ${host}`)).toEqual(expected);
    expect(linksIn(body).every(({ isLinked }) => isLinked)).toBe(true);
  });

  test('hosts that are only written out are told, too', () => {
    expect(linksIn('buy at spam.xyz or cheap.com/now')).toEqual([
      { host: 'spam.xyz', scheme: 'http', isLinked: false },
      { host: 'cheap.com', scheme: 'http', isLinked: false },
    ]);
  });
});

describe('a rule for hosts', () => {
  test.each([
    ['example.com', 'example.com'],
    ['a.b.example.com', 'example.com'],
    ['A.Example.COM.', 'example.com'],
    ['a.example.com', '*.example.com'],
    ['a.example.com', ' .Example.com '],
    ['shop.bücher.example', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'BÜCHER.example'],
    ['evil.zip', 'zip'],
    ['127.0.0.1', '127.0.0.1'],
  ])('%s is covered by %j', (host, rule) => expect(isHostOf(host, rule)).toBe(true));

  test.each([
    ['notexample.com', 'example.com'],
    ['example.com.evil.org', 'example.com'],
    ['example.com', 'a.example.com'],
    ['example.com', ''],
    ['example.com', '.'],
    ['example.com', '*'],
    ['example.com', 'https://example.com'],
    ['example.com', 'example.com/path'],
    ['10.0.0.1', '0.1'],
    ['', 'example.com'],
  ])('%s is not covered by %j', (host, rule) => expect(isHostOf(host, rule)).toBe(false));

  test('what is no host has no ASCII form', () => {
    expect(['a b', 'a@b', 'a:80', 'a/b', 'a\\b', ''].map(asciiHost)).toEqual([null, null, null, null, null, null]);
  });
});
