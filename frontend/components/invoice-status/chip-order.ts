import type { StatusChip } from './chips-for.ts';

/** What a reader of a table looks for, first; what is not here comes after. */
const importance: readonly StatusChip['text'][] = [
  'chip.sending',
  'chip.checking',
  'chip.disputed',
  'chip.paused',
  'chip.paused.until',
  'chip.autogiro.failed',
  'stage.debt-collection',
  'chip.undelivered',
  'chip.overdue',
  'chip.comment',
  'chip.overpaid',
  'chip.autogiro.renewed',
];

/** Stages that say nothing that any other chip does not say too. */
const plain: readonly StatusChip['text'][] = ['stage.sent', 'stage.attested'];

/** The chips for where there is room for few: by importance, without a stage that says less than they do. */
export function byImportance(chips: readonly StatusChip[]): StatusChip[] {
  const says = chips.filter(({ id, text }) => id !== 'under-way' && !plain.includes(text));
  return chips
    .filter(({ text }) => says.length === 0 || !plain.includes(text))
    .sort((one, other) => placeOf(one) - placeOf(other));
}

const placeOf = ({ text }: StatusChip): number =>
  importance.includes(text) ? importance.indexOf(text) : importance.length;
