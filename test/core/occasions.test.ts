import { describe, expect, test } from '@jest/globals';
import { occasionsOf } from '../../src/occasions/days.js';
import { Calendar } from '../../src/programs/calendar.js';

const berlin = new Calendar('Europe/Berlin');
const at = (text: string) => Date.parse(text);
const told = (birthDate: string | null, enrolledAt: string, after: string, until: string) =>
  occasionsOf(berlin, { birthDate, enrolledAt: at(enrolledAt) }, at(after), at(until)).map(
    (each) => `${each.event} ${new Date(each.at).toISOString()}`,
  );

describe('days that come every year', () => {
  test('begin at local midnight, of whichever offset the day has', () => {
    expect(told('1990-07-01', '2020-01-15T12:00:00Z', '2020-01-15T12:00:00Z', '2021-07-01T00:00:00Z')).toEqual([
      'birthday 2020-06-30T22:00:00.000Z',
      'anniversary 2021-01-14T23:00:00.000Z',
      'birthday 2021-06-30T22:00:00.000Z',
    ]);
  });

  test('are those behind the one instant, up to and with the other', () => {
    expect(told('1990-07-01', '2010-03-03T00:00:00Z', '2020-06-30T22:00:00Z', '2021-06-30T22:00:00Z')).toEqual([
      'anniversary 2021-03-02T23:00:00.000Z',
      'birthday 2021-06-30T22:00:00.000Z',
    ]);
    expect(told('1990-07-01', '2010-03-03T00:00:00Z', '2021-06-30T21:00:00Z', '2021-06-30T21:59:59Z')).toEqual([]);
  });

  test('29 February is the 28th where there is none', () => {
    expect(
      told('1992-02-29', '2022-06-01T00:00:00Z', '2022-06-01T00:00:00Z', '2024-04-01T00:00:00Z').filter((each) => /^b/.test(each)),
    ).toEqual(['birthday 2023-02-27T23:00:00.000Z', 'birthday 2024-02-28T23:00:00.000Z']);
  });

  test('do not count before the membership, and joining is no anniversary', () => {
    expect(told('1990-05-01', '2020-05-01T08:00:00Z', '2019-01-01T00:00:00Z', '2020-12-31T00:00:00Z')).toEqual([]);
  });
});
