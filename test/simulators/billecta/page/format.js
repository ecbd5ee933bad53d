export function money({ Value, CurrencyCode }) {
  return new Intl.NumberFormat('sv-SE', { style: 'currency', currency: CurrencyCode }).format(Value / 100);
}
