import type { Refusal } from '../journal/core/decide.js';
import type { Program } from '../programs/program.js';
import type { PointCurrencySettings } from '../programs/settings.js';

/** The point currency that a command names, or the only one there is; else the refusal that says so. */
export function currencyOf(program: Program, code: string | null): { currency: PointCurrencySettings } | { refusal: Refusal } {
  const currency = program.currencyByCode(code);
  if (currency) return { currency };
  const known = program.settings.pointCurrencies.map((each) => each.code).join(', ') || 'none';
  const message = code === null ? `Say which point currency is meant: ${known}.` : `No point currency ${code}. There is: ${known}.`;
  return { refusal: { code: 'POINT_CURRENCY_NOT_FOUND', message, path: ['currencyCode'] } };
}

/** The same for a command that spends: the currency must be spendable. */
export function spendableCurrency(program: Program, code: string | null): { currency: PointCurrencySettings } | { refusal: Refusal } {
  const named = currencyOf(program, code);
  if ('refusal' in named || named.currency.isSpendable) return named;
  return { refusal: { code: 'CURRENCY_NOT_SPENDABLE', message: `${named.currency.code} cannot be spent.`, path: ['currencyCode'] } };
}
