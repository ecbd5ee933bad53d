import type { Effect } from '../../../bff/contract/admin/preview.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { capital } from './cause-label.ts';
import { driftValue } from './drift-text.ts';

/** What an event would come to if it were applied again. */
export function effectText(effects: readonly Effect[], t: PanelTranslator): string {
  if (effects.length === 0) return t.panel('effect.none');
  return capital(effects.flatMap((effect) => textsOf(effect, t)).join('; '), t);
}

function textsOf(effect: Effect, t: PanelTranslator): string[] {
  switch (effect.kind) {
    case 'changes':
      return effect.fields.map(({ field, before, after }) => {
        const value = (of: typeof before) => driftValue({ field, currency: effect.currency }, of, t);
        return `${t.panel(`drift.${field}`)}: ${value(before)} → ${value(after)}`;
      });
    case 'noted':
    case 'read':
      return [t.panel(`effect.${effect.kind}.${effect.what}` as 'effect.read.invoice')];
    case 'written':
      return [t.panel(`effect.written.${effect.object}`, { id: effect.billectaId })];
    case 'fails':
      return [t.panel('effect.fails', { cause: t.panel(`cause.${effect.cause}`), why: effect.message })];
    case 'stale':
    case 'ignored':
      return [t.panel(`effect.${effect.kind}`)];
  }
}
