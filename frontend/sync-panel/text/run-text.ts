import type { Reconciliation } from '../../../bff/contract/admin/reconciliation.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import type { Tone } from '../parts/state-chip.ts';

export const runTones: Record<Reconciliation['state'], Tone> = {
  running: 'warning',
  interrupted: 'warning',
  finished: 'ok',
  failed: 'error',
};

export const isUnderWay = ({ state }: Pick<Reconciliation, 'state'>): boolean =>
  state === 'running' || state === 'interrupted';

/** What a run has found, and the outcome of it. */
export function foundText(run: Reconciliation, t: PanelTranslator): string {
  const { found, resolved, deferred } = run;
  if (found === 0) return isUnderWay(run) ? '' : t.panel('runs.found.none');
  return [
    t.panel('runs.found', { count: found }),
    resolved < found - deferred
      ? t.panel('runs.settled', { count: resolved, total: found - deferred })
      : null,
    deferred > 0 ? t.panel('runs.deferred', { count: deferred }) : null,
  ]
    .filter((each) => each !== null)
    .join('; ');
}

/** How far a run has come; 0 to 1, or null while the lists are read. */
export const progressOf = ({ compared, total }: Pick<Reconciliation, 'compared' | 'total'>): number | null =>
  total === null ? null : total === 0 ? 1 : compared / total;
