import type { BffFault } from '../bff/bff-error.ts';
import type { TextKey } from './en.ts';
import type { Translator } from './translator.ts';

export interface FaultText {
  /** `unsure` when the command may have been carried out all the same. */
  heading: string;
  text: string;
  tone: 'warning' | 'caution';
  /** What support finds the request by; undefined where there is nothing to look for. */
  reference?: string;
}

/** What went wrong, in the user's words, and what to do about it. */
export function faultText(fault: BffFault, t: Translator): FaultText {
  const unsure = isUnsure(fault);
  return {
    heading: t.text(unsure ? 'problem.heading.unsure' : 'problem.heading'),
    text: textOf(fault, t),
    tone: unsure ? 'caution' : 'warning',
    ...(fault.kind === 'problem' && fault.problem.status >= 500
      ? { reference: t.text('problem.request-id', { requestId: fault.problem.requestId }) }
      : {}),
  };
}

/** The same in one line, for where there is room for no more. */
export function faultSentence(fault: BffFault, t: Translator): string {
  const { text, reference } = faultText(fault, t);
  return reference ? `${text} (${reference})` : text;
}

function textOf(fault: BffFault, t: Translator): string {
  switch (fault.kind) {
    case 'problem': {
      const { code, reason, billectaMessage } = fault.problem;
      if (code === 'not-allowed' && reason) return t.text(`reason.${reason}`);
      if (code === 'billecta-refused' && billectaMessage)
        return t.text('problem.billecta-refused.quoted', { message: billectaMessage });
      return [t.text(keyOf(code)), outcomeOf(fault.problem, t)].filter(Boolean).join(' ');
    }
    case 'left-out':
      return t.text('problem.not-found');
    case 'network':
    case 'offline':
    case 'timeout':
    case 'unreadable':
      return t.text(`problem.${fault.kind}`);
  }
}

type Problem = Extract<BffFault, { kind: 'problem' }>['problem'];
type Code = Problem['code'];

/** After Billecta did not answer as it should: whether the command may have happened. */
function outcomeOf({ code, outcome }: Problem, t: Translator): string {
  if (outcome === 'unknown') return t.text('problem.outcome.unknown');
  const silent: readonly Code[] = ['billecta-unreachable', 'billecta-timeout', 'billecta-failed'];
  return silent.includes(code) ? t.text('problem.outcome.none') : '';
}

/** Typed so that a new problem code without words does not compile. */
function keyOf(code: Code): TextKey {
  return `problem.${code}`;
}

/** A command may have been carried out when the BFF says so, and when it did not answer what was sent. */
export function isUnsure(fault: BffFault): boolean {
  if (fault.kind === 'problem') return fault.problem.outcome === 'unknown';
  return fault.kind !== 'left-out' && fault.kind !== 'offline';
}
