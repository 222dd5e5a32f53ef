import { Temporal } from 'temporal-polyfill';
import { fromMinor, isCurrencyCode, toMinor } from '../programs/money.js';
import type { CsvRecord } from './csv.js';

/** How the rows of a file are to be read. */
export interface RowFormat {
  /** Columns. */
  readonly member: string;
  readonly amount: string;
  readonly at: string;
  readonly key: string;
  readonly quantity: string | null;
  /** `minor`: the amounts are whole minor units, like cents. */
  readonly amountUnit: 'minor' | 'major';
  readonly currency: string;
  /** IANA zone of dates and times without an offset. */
  readonly zone: string;
}

export interface Row {
  readonly member: string;
  /** In major units, as the API takes it. */
  readonly money: string;
  /** ISO 8601, in UTC. */
  readonly at: string;
  readonly key: string;
  readonly units: number | null;
}

/** One row cannot be used; the others may be fine. */
export class BadRow extends Error {}

/** A time of day with an offset after it: without this, Temporal would read the local time and drop the offset. */
const HAS_OFFSET = /[Tt ].*(?:[Zz]|[+-]\d\d(?::?\d\d)?)(?:\[.*)?$/;

/** @throws Error when the currency or the zone does not exist */
export function requireFormat({ currency, zone }: RowFormat): void {
  if (!isCurrencyCode(currency)) throw new Error(`${currency} is no ISO 4217 currency code`);
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch {
    throw new Error(`there is no time zone ${zone}`);
  }
}

/** @throws BadRow, naming the line, when a value is missing or wrong; Error when the file has no such column */
export function parseRow({ line, values, problem }: CsvRecord, format: RowFormat): Row {
  const { amount, amountUnit, quantity, currency } = format;
  const bad = (message: string) => new BadRow(`line ${line}: ${message}`);
  const value = (column: string): string => {
    const text = Object.hasOwn(values, column) ? values[column] : undefined;
    if (text === undefined) throw new Error(`there is no column ${column}; there are ${Object.keys(values).join(', ')}`);
    if (problem !== null) throw bad(problem);
    if (text === '') throw bad(`${column} is empty`);
    return text;
  };
  const text = value(amount);
  const minor = amountUnit === 'minor' ? wholeNumber(text) : toMinor(text, currency);
  if (minor === null) throw bad(`${text} is no amount of ${currency}`);
  const units = quantity === null ? null : wholeNumber(value(quantity));
  if (quantity !== null && units === null) throw bad(`${quantity} is no whole number`);
  const at = instant(value(format.at), format.zone);
  if (at === null) throw bad(`${value(format.at)} is no date or time`);
  return { member: value(format.member), money: fromMinor(minor, currency), at, key: value(format.key), units };
}

function wholeNumber(text: string): number | null {
  return /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : null;
}

function instant(text: string, zone: string): string | null {
  try {
    const at = HAS_OFFSET.test(text) ? Temporal.Instant.from(text) : Temporal.PlainDateTime.from(text).toZonedDateTime(zone);
    return new Date(at.epochMilliseconds).toISOString();
  } catch {
    return null;
  }
}
