import type { NotAllowedReason, Stage } from '../../bff/contract/invoice-status.ts';
import type { Translator } from './translator.ts';

/** Why a command cannot be run on an invoice; a closed one says which way it was closed. */
export function notAllowedText(reason: NotAllowedReason, stage: Stage, t: Translator): string {
  if (reason !== 'closed') return t.text(`reason.${reason}`);
  return t.text('card.closed', { stage: t.text(`stage.${stage}`).toLocaleLowerCase(t.locale) });
}
