import type { DisputeReason } from '../../../bff/contract/command.ts';
import type { Translator } from '../../i18n/translator.ts';

/** Typed so that a reason which the contract adds or drops does not compile here. */
const order: Record<DisputeReason, number> = {
  'wrong-amount': 0,
  'not-received': 1,
  'already-paid': 2,
  quality: 3,
  'wrong-recipient': 4,
  other: 5,
};

interface ReasonOption {
  text: string;
  value: DisputeReason;
}

export const isDisputeReason = (value: unknown): value is DisputeReason =>
  typeof value === 'string' && Object.hasOwn(order, value);

/** The reasons for a dispute as options of a select. */
export const reasonOptions = (t: Translator): ReasonOption[] =>
  (Object.keys(order) as DisputeReason[]).map((value) => ({
    text: t.text(`dispute-reason.${value}`),
    value,
  }));
