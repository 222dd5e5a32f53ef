/** ISO 4217: how many decimals a currency has, from the CLDR data that Node ships. */
export function minorDigits(currencyCode: string): number {
  let digits = DIGITS.get(currencyCode);
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency: currencyCode }).resolvedOptions().maximumFractionDigits ?? 2;
    DIGITS.set(currencyCode, digits);
  }
  return digits;
}
const DIGITS = new Map<string, number>();
const KNOWN = new Set(Intl.supportedValuesOf('currency'));

export const isCurrencyCode = (code: string): boolean => KNOWN.has(code);

/** `12.3` of USD to 1230; null when it has more decimals than the currency, or leaves the range of exact numbers. */
export function toMinor(decimal: string, currencyCode: string): number | null {
  const digits = minorDigits(currencyCode);
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (sign === undefined || fraction.replace(/0+$/, '').length > digits) return null;
  const minor = Number(sign + whole + fraction.slice(0, digits).padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** 1230 of USD to `12.30`. */
export function fromMinor(minor: number, currencyCode: string): string {
  const digits = minorDigits(currencyCode);
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  return `${minor < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
