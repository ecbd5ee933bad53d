import type { CommandName } from '../../../bff/contract/command.ts';
import type { TimelineEntry } from '../../../bff/contract/timeline.ts';

interface Mark {
  command: CommandName;
  /** Billecta's name for the same. */
  event: string;
}

/** What starts and ends each kind of stop. */
const marks = {
  disputed: {
    start: { command: 'dispute', event: 'Disputed' },
    end: { command: 'cancel-dispute', event: 'UnDisputed' },
  },
  paused: { start: { command: 'pause', event: 'Paused' }, end: { command: 'resume', event: 'Resumed' } },
} as const satisfies Record<string, { start: Mark; end: Mark }>;

/**
 * What the current dispute or pause began with: the command from here, which has the reason, or else
 * Billecta's event. Undefined when neither is among the entries.
 *
 * @param entries - newest first
 */
export function storyOf(
  what: keyof typeof marks,
  entries: readonly TimelineEntry[],
): TimelineEntry | undefined {
  const { start, end } = marks[what];
  const over = entries.findIndex((entry) => isCommand(entry, end) || isEvent(entry, end));
  const since = (over === -1 ? [...entries] : entries.slice(0, over)).reverse();
  return since.find((entry) => isCommand(entry, start)) ?? since.find((entry) => isEvent(entry, start));
}

function isCommand(entry: TimelineEntry, { command }: Mark): boolean {
  if (entry.kind !== 'command' || entry.name !== command || entry.effect !== 'changed') return false;
  return entry.state === 'confirmed' || entry.state === 'accepted';
}

function isEvent(entry: TimelineEntry, { event }: Mark): boolean {
  return entry.kind === 'billecta' && entry.type === event;
}
