import type { CommandName, DisputeInput, PauseInput } from '../../../bff/contract/command.ts';
import { commandMeta } from './command-meta.ts';

/** What a user can say along with a command: a dispute has a reason, a pause may have an end. */
export type CommandDialogInput = DisputeInput & PauseInput;

/** What is asked for in a field of its own. */
export type CommandField = Exclude<keyof CommandDialogInput, 'changeEnd'>;

/** What a command does, where nothing else stops the invoice. */
export const effectOf = (command: CommandName) =>
  command === 'dispute' || command === 'pause'
    ? (`command.${command}.effect` as const)
    : ('command.start.effect' as const);

export const fieldsOf = (command: CommandName): readonly CommandField[] => commandMeta[command].fields;

/** Only what the command takes and the user has filled in; an empty comment is left out. */
export function filledIn(command: CommandName, { reason, until, changeEnd, ...input }: CommandDialogInput) {
  const comment = input.comment?.trim();
  const said = Object.entries({ reason, comment, until, toDebtor: comment && input.toDebtor });
  return {
    ...Object.fromEntries(
      said.filter(([field, value]) => value && fieldsOf(command).includes(field as CommandField)),
    ),
    ...(command === 'pause' && changeEnd && { changeEnd }),
  } as CommandDialogInput;
}

/** Whether the pause can end on that day; it is over when the day begins in Sweden. */
export function canEndOn(until: string | undefined, now: Date): boolean {
  return !until || until > swedishDay(now);
}

/** The day it is in Sweden; Swedes write days as ISO 8601 does. */
export function swedishDay(now: Date): string {
  return new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Stockholm' }).format(now);
}
