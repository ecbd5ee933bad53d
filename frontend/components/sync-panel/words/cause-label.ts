import type { Issue } from '../../../../bff/contract/sync-issues.ts';
import type { PanelTranslator } from '../../../i18n/panel/panel-translator.ts';

/** A cause where it stands alone or begins a line. */
export function causeLabel(cause: Issue['cause'], t: PanelTranslator): string {
  const [first = '', ...rest] = t.panel(`cause.${cause}`);
  return first.toLocaleUpperCase(t.locale) + rest.join('');
}
