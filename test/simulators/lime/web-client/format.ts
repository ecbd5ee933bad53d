const money = new Intl.NumberFormat('sv-SE', { style: 'currency', currency: 'SEK' });

/** `1 250,50 kr`; nothing for no amount. */
export const amount = (value: unknown): string => (typeof value === 'number' ? money.format(value) : '');

/** The day of a Lime date, `2026-01-31`. */
export const day = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 10) : '');
