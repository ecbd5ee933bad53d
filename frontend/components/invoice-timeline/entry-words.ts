import type { CommandName, CommandState } from '../../../bff/contract/command.ts';
import type { TimelineEntry } from '../../../bff/contract/timeline.ts';
import { commandIcons } from '../../commands/command-icons.ts';
import { eventWords } from '../../i18n/event-words.ts';
import { dayText } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translator.ts';

/** An entry of the timeline as it is shown. */
export interface EntryWords {
  icon: string;
  title: string;
  /** From where, until when, what came of it. */
  details: string[];
  /** What somebody wrote, in their own words. */
  quote?: string;
}

type CommandEntry = Extract<TimelineEntry, { kind: 'command' }>;

/** Billecta's name for what each command comes to. */
const outcomes: Record<CommandName, string> = {
  dispute: 'Disputed',
  'cancel-dispute': 'UnDisputed',
  pause: 'Paused',
  resume: 'Resumed',
};

export function entryWords(entry: TimelineEntry, t: Translator): EntryWords {
  switch (entry.kind) {
    case 'billecta': {
      const { type, title, content, by } = entry;
      return {
        icon: 'invoice',
        title: eventWords(type, title, t),
        details: [by ? t.text('origin.billecta.by', { name: by }) : t.text('origin.billecta')],
        ...(content ? { quote: content } : {}),
      };
    }
    case 'command':
      return {
        icon: commandIcons[entry.name],
        title: eventWords(outcomes[entry.name], null, t),
        details: detailsOf(entry, t),
        ...(entry.comment ? { quote: entry.comment } : {}),
      };
    case 'plan-ended':
      return {
        icon: 'calendar',
        title: t.text('timeline.plan', { date: dayText(entry.until, t.locale) }),
        details: [t.text(`plan-end.${entry.why}`)],
      };
  }
}

function detailsOf({ origin, until, reason, state }: CommandEntry, t: Translator): string[] {
  const outcome = stateWords(state, t);
  return [
    t.text(`origin.${origin}`),
    ...(until ? [t.text('timeline.until', { date: dayText(until, t.locale) })] : []),
    ...(reason ? [t.text(`dispute-reason.${reason}`)] : []),
    ...(outcome ? [outcome] : []),
  ];
}

/** What came of a command, unless it came to what its title says. */
function stateWords(state: CommandState, t: Translator): string | undefined {
  switch (state) {
    case 'requested':
      return t.text('chip.sending');
    case 'accepted':
    case 'unknown':
      return t.text('chip.checking');
    case 'refused':
    case 'failed':
      return t.text(`timeline.${state}`);
    case 'confirmed':
      return undefined;
  }
}
