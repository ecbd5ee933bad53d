import type { AmountView } from './types.ts';

/** Minor units as Billecta tells them. All currencies here have two decimals. */
export function amountView(value: number, currency: string): AmountView {
  return { CurrencyCode: currency, Value: value, ValueForView: value / 100 };
}
