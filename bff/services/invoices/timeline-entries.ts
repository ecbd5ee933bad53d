import type { TimelineEntry } from '../../contract/timeline.ts';
import { type CommandEffect, unchangedOutcomes } from '../../domain/command.ts';
import { commandMeta } from '../../domain/invoice/command-meta.ts';
import type { BillectaEvent } from '../ports/billecta.ts';
import type { CommandRecord } from '../ports/store/command-store.ts';
import type { Notice } from '../ports/store/notices.ts';
import type { ResumePlan } from '../ports/store/resume-plans.ts';

/** Billecta's clock, which writes whole seconds, may be behind ours by this much, ms. */
const clockTolerance = 3_000;

/** How long after the request a command may take effect in Billecta, ms. */
const effectWithin = 60_000;

export interface TimelineSources {
  /** In the order of Billecta's log. */
  events: readonly BillectaEvent[];
  commands: readonly CommandRecord[];
  plans: readonly ResumePlan[];
  notices: readonly Notice[];
}

export interface PlacedEntry {
  entry: TimelineEntry;
  /** Orders entries by time; among those of one instant, Billecta's log decides. */
  place: string;
}

/** The entries of a timeline, in no order. A command and the entry that it has left in Billecta's log are one. */
export function toEntries({ events, commands, plans, notices }: TimelineSources): PlacedEntry[] {
  const traces = tracesOf(commands, events);
  const merged = new Set(traces.values());
  return [
    ...events.flatMap((event, index) =>
      merged.has(event) ? [] : [placed({ kind: 'billecta', ...event }, index)],
    ),
    ...commands.map((command) => placed(ofCommand(command, traces.get(command.id)))),
    ...plans.flatMap(ofPlan).map((entry) => placed(entry)),
    ...notices.map((notice) => placed(ofNotice(notice))),
  ];
}

/** The event of Billecta's log that each command has left, by the command's id. */
function tracesOf(
  commands: readonly CommandRecord[],
  events: readonly BillectaEvent[],
): Map<string, BillectaEvent> {
  const traces = new Map<string, BillectaEvent>();
  const matched = new Set<BillectaEvent>();
  for (const { id, command, state, requestedAt, outcome } of commands) {
    if ((state !== 'confirmed' && state !== 'accepted') || effectOf(outcome) !== 'changed') continue;
    const since = Date.parse(requestedAt);
    const isTrace = (event: BillectaEvent): boolean => {
      const later = Date.parse(event.at) - since;
      const isInTime = later >= -clockTolerance && later <= effectWithin;
      return isInTime && event.type === commandMeta[command].event && !matched.has(event);
    };
    const trace = events.find(isTrace);
    if (!trace) continue;
    matched.add(trace);
    traces.set(id, trace);
  }
  return traces;
}

function effectOf(outcome: string | null): CommandEffect {
  if (outcome === unchangedOutcomes.none) return 'none';
  return outcome === unchangedOutcomes['end-changed'] ? 'end-changed' : 'changed';
}

const placed = (entry: TimelineEntry, index = 0): PlacedEntry => ({
  entry,
  place: `${entry.at}/${String(index).padStart(6, '0')}/${entry.kind}/${entry.id}`,
});

const ofNotice = ({ eventId, at, kind, reason }: Notice): TimelineEntry => ({
  kind: 'notice',
  id: String(eventId),
  at,
  notice: kind,
  reason,
});

function ofCommand(command: CommandRecord, trace: BillectaEvent | undefined): TimelineEntry {
  return {
    kind: 'command',
    id: command.id,
    at: command.requestedAt,
    name: command.command,
    state: command.state,
    by: command.requestedBy,
    origin: command.origin,
    reason: command.reason,
    comment: command.comment,
    commentSent: command.commentSent,
    until: command.until,
    finishedAt: command.finishedAt,
    outcome: command.outcome,
    effect: effectOf(command.outcome),
    billecta: trace ? { id: trace.id, at: trace.at, by: trace.by } : null,
  };
}

function ofPlan({ commandId, until, endedAt, why }: ResumePlan): TimelineEntry[] {
  return endedAt === null || why === null
    ? []
    : [{ kind: 'plan-ended', id: commandId, at: endedAt, until, why }];
}
