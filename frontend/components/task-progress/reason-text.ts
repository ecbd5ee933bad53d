import type { NotAllowedReason } from '../../../bff/contract/invoice-status.ts';
import type { TextKey } from '../../i18n/en.ts';
import type { Translator } from '../../i18n/translator.ts';

/** Typed so that a reason which the contract adds does not compile here. */
const keys: Record<NotAllowedReason, TextKey> = {
  'not-synced': 'chip.not-synced',
  'not-known-yet': 'why.not-known-yet',
  forbidden: 'reason.forbidden',
  'already-disputed': 'event.Disputed',
  'not-disputed': 'why.not-disputed',
  'already-paused': 'event.Paused',
  'not-paused': 'why.not-paused',
  draft: 'stage.draft',
  closed: 'why.closed',
  'in-debt-collection': 'stage.debt-collection',
  sold: 'stage.sold',
  'billecta-says-no': 'why.billecta-says-no',
  'newer-order': 'why.newer-order',
};

/** Why a command cannot be run, in as few words as a list of many invoices has room for. */
export const reasonText = (reason: NotAllowedReason, t: Translator): string => t.text(keys[reason]);
