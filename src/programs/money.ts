const digits = (count: number, codes: string): [string, number][] => codes.split(' ').map((code) => [code, count]);

/** ISO 4217, table A.1: the currencies that have not two decimals. Fixed here, because stored amounts depend on it. */
const MINOR_DIGITS: ReadonlyMap<string, number> = new Map([
  ...digits(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...digits(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...digits(4, 'CLF UYW'),
]);

/** How many decimals a currency has. */
export const minorDigits = (currencyCode: string): number => MINOR_DIGITS.get(currencyCode) ?? 2;

const KNOWN = new Set(Intl.supportedValuesOf('currency'));

export const isCurrencyCode = (code: string): boolean => KNOWN.has(code);

/** `12.3` of USD to 1230; null when it has more decimals than the currency, or leaves the range of exact numbers. */
export function toMinor(decimal: string, currencyCode: string): number | null {
  const decimals = minorDigits(currencyCode);
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (sign === undefined || fraction.replace(/0+$/, '').length > decimals) return null;
  const minor = Number(sign + whole + fraction.slice(0, decimals).padEnd(decimals, '0')) + 0;
  return Number.isSafeInteger(minor) ? minor : null;
}

/** 1230 of USD to `12.30`. */
export function fromMinor(minor: number, currencyCode: string): string {
  const decimals = minorDigits(currencyCode);
  if (decimals === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(decimals + 1, '0');
  return `${minor < 0 ? '-' : ''}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}
