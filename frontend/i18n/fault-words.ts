import type { BffFault } from '../bff/bff-error.ts';
import type { TextKey } from './en.ts';
import type { Translator } from './translator.ts';

export interface FaultWords {
  /** `unsure` when the command may have been carried out all the same. */
  heading: string;
  text: string;
  tone: 'warning' | 'caution';
  /** What support finds the request by; undefined when the BFF never saw it. */
  reference?: string;
}

/** What went wrong, in the user's words, and what to do about it. */
export function faultWords(fault: BffFault, t: Translator): FaultWords {
  const unsure = isUnsure(fault);
  return {
    heading: t.text(unsure ? 'problem.heading.unsure' : 'problem.heading'),
    text: textOf(fault, t),
    tone: unsure ? 'caution' : 'warning',
    ...(fault.kind === 'problem'
      ? { reference: t.text('problem.request-id', { requestId: fault.problem.requestId }) }
      : {}),
  };
}

function textOf(fault: BffFault, t: Translator): string {
  switch (fault.kind) {
    case 'problem': {
      const { code, reason, billectaMessage } = fault.problem;
      if (code === 'not-allowed' && reason) return t.text(`reason.${reason}`);
      if (code === 'billecta-refused' && billectaMessage)
        return t.text('problem.billecta-refused.quoted', { message: billectaMessage });
      return t.text(keyOf(code));
    }
    case 'left-out':
      return t.text('problem.not-found');
    case 'network':
    case 'timeout':
    case 'unreadable':
      return t.text(`problem.${fault.kind}`);
  }
}

type Code = Extract<BffFault, { kind: 'problem' }>['problem']['code'];

/** Typed so that a new problem code without words does not compile. */
function keyOf(code: Code): TextKey {
  return `problem.${code}`;
}

/** Without an answer from Billecta or from the BFF itself, a command may have been carried out. */
function isUnsure(fault: BffFault): boolean {
  if (fault.kind === 'problem') return ['billecta-timeout', 'billecta-failed'].includes(fault.problem.code);
  return fault.kind !== 'left-out';
}
