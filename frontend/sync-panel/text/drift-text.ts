import type { Drift, DriftValue } from '../../../bff/contract/admin/reconciliation.ts';
import { dayText, money } from '../../i18n/format.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';

/** A value that differed, formatted as its field is elsewhere. */
export function driftValue(
  { field, currency }: Pick<Drift, 'field' | 'currency'>,
  value: DriftValue,
  t: PanelTranslator,
): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') return t.panel(value ? 'drift.yes' : 'drift.no');
  if (typeof value === 'number') return currency ? money(value, currency, t.locale) : String(value);
  const stage = `stage.${value}`;
  if (field === 'stage' && t.knows(stage)) return t.text(stage);
  return field === 'dueDate' || field === 'nextEventDate' ? dayText(value, t.locale) : value;
}
