import type { Issue } from '../../../bff/contract/admin/issues.ts';
import type { Cause } from '../../../bff/contract/cause.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';

/** All causes that an event can fail for; one that the contract adds does not compile until it is listed here. */
export const eventCauses = Object.keys({
  'lime-unreachable': true,
  'lime-key': true,
  'lime-rights': true,
  'lime-refused': true,
  'lime-unreadable': true,
  'lime-object-missing': true,
  'billecta-unreachable': true,
  'billecta-credential': true,
  'billecta-refused': true,
  'rate-limited': true,
  unreadable: true,
  bug: true,
} satisfies Record<Cause, true>) as Cause[];

/** A cause where it stands alone or begins a line. */
export const causeLabel = (cause: Issue['cause'], t: PanelTranslator): string =>
  capital(t.panel(`cause.${cause}`), t);

/** The same with a capital. */
export function capital(text: string, t: PanelTranslator): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(t.locale) + rest.join('');
}
