import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromMinor, isCurrencyCode, toMinor } from '../../src/programs/money.js';
import { check } from '../support/seed.js';

describe('money in minor units', () => {
  test.each([
    ['12.3', 'USD', 1230],
    ['12.30', 'USD', 1230],
    ['12.3000', 'USD', 1230],
    ['0.05', 'EUR', 5],
    ['-0.05', 'EUR', -5],
    ['100', 'JPY', 100],
    ['100.00', 'JPY', 100],
    ['1.234', 'KWD', 1234],
    ['007', 'USD', 700],
    ['90071992547409.91', 'USD', Number.MAX_SAFE_INTEGER],
  ])('%s %s is %d', (decimal, code, minor) => {
    expect(toMinor(decimal, code)).toBe(minor);
  });

  test.each([
    ['12.345', 'USD'],
    ['1.5', 'JPY'],
    ['90071992547409.92', 'USD'],
    ['', 'USD'],
    ['.5', 'USD'],
    ['5.', 'USD'],
    ['1e3', 'USD'],
    ['1,50', 'USD'],
    [' 1', 'USD'],
    ['+1', 'USD'],
  ])('"%s" %s is no amount', (decimal, code) => {
    expect(toMinor(decimal, code)).toBeNull();
  });

  test.each([
    [1230, 'USD', '12.30'],
    [5, 'USD', '0.05'],
    [-5, 'USD', '-0.05'],
    [0, 'EUR', '0.00'],
    [100, 'JPY', '100'],
    [1, 'KWD', '0.001'],
  ])('%d of %s reads back as %s', (minor, code, decimal) => {
    expect(fromMinor(minor, code)).toBe(decimal);
  });

  test('zero has no sign', () => {
    expect(toMinor('-0.00', 'USD')).toBe(0);
  });

  test('there and back is the same amount', () => {
    const codes = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD');
    check(
      fc.property(fc.maxSafeInteger(), codes, (minor, code) => {
        expect(toMinor(fromMinor(minor, code), code)).toBe(minor);
      }),
      1000,
    );
  });
});

describe('currencies', () => {
  test('are those of ISO 4217', () => {
    expect(isCurrencyCode('EUR')).toBe(true);
    expect(isCurrencyCode('EURO')).toBe(false);
    expect(isCurrencyCode('eur')).toBe(false);
  });

  // ISO 4217 counts what CLDR no longer shows: a forint has 100 fillér, an Iraqi dinar 1000 fils.
  test.each([
    ['HUF', 1050],
    ['PKR', 1050],
    ['COP', 1050],
    ['IQD', 10500],
  ])('10.50 %s is %d in minor units of ISO 4217', (code, minor) => {
    expect(toMinor('10.50', code)).toBe(minor);
  });
});
