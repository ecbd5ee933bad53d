import type { TaskItem, TaskProgress } from '../../../bff/contract/task.ts';
import type { Translator } from '../../i18n/translator.ts';
import { reasonText } from './reason-text.ts';

/** Invoices that were refused, or failed, for one and the same reason, or of which the same is to be known. */
export interface ProblemGroup {
  outcome: TaskItem['outcome'];
  words: string;
  count: number;
  /** Those that are known, some at most. */
  invoices: { name: string; limeId: number }[];
}

type Why = TaskProgress['whys'][number];

/** How many invoices of a group are named; the CSV has all. */
const named = 12;

/**
 * Why the command was not run on some invoices, or why they stay stopped, the most frequent reason first, each with its
 * invoices.
 */
export function problemGroups(
  { whys }: Pick<TaskProgress, 'whys'>,
  problems: readonly TaskItem[],
  t: Translator,
): ProblemGroup[] {
  return whys.flatMap((why) => {
    const own = problems.filter(
      ({ outcome, reason, code, remark }) =>
        outcome === why.outcome && reason === why.reason && code === why.code && remark === why.remark,
    );
    const messages = [...new Set(own.map(({ billectaMessage }) => billectaMessage))];
    if (messages.length < 2) return [group(why, why.count, own, t)];
    return messages.map((message) => {
      const alike = own.filter(({ billectaMessage }) => billectaMessage === message);
      return group(why, alike.length, alike, t);
    });
  });
}

function group(why: Why, count: number, own: readonly TaskItem[], t: Translator): ProblemGroup {
  return {
    outcome: why.outcome,
    words: whyText(why, own[0]?.billectaMessage, t),
    count,
    invoices: own
      .slice(0, named)
      .map(({ name, invoiceNumber, limeId }) => ({ name: name ?? invoiceNumber ?? String(limeId), limeId })),
  };
}

/** Why the command was not run, or what is to be known of it, in words. */
export function whyText(
  { reason, code, remark }: Pick<Why, 'reason' | 'code' | 'remark'>,
  message: string | undefined,
  t: Translator,
): string {
  if (reason) return reasonText(reason, t);
  if (remark) return t.text(`task.${remark}`);
  if (!code) return '';
  if (code === 'not-found') return t.text('why.hidden');
  if (code === 'billecta-refused' && message) return t.text('problem.billecta-refused.quoted', { message });
  return t.text(`problem.${code}`);
}
