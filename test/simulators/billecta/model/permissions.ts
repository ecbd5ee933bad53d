import type { Candidates, Command } from '../candidates.ts';
import type { Invoice } from './invoice.ts';
import { isClosed } from './invoice.ts';

/** Why a command is refused, in Swedish as Billecta's messages are; undefined when it is allowed. */
export type WhyNot = string | undefined;

function notLive(invoice: Invoice, candidates: Candidates): WhyNot {
  if (invoice.stage === 'Created') return 'Fakturan är inte attesterad';
  if (isClosed(invoice)) return 'Fakturan är stängd';
  if (invoice.stage === 'SentToDebtCollection' && !candidates.commandsInDebtCollection) {
    return 'Fakturan är skickad till inkasso';
  }
  return undefined;
}

/**
 * What stands against a command apart from its having been run already.
 * The flags CanDispute, CanUnDispute, CanPause and CanResume follow the same rule.
 */
export function whyNotAtAll(command: Command, invoice: Invoice, candidates: Candidates): WhyNot {
  const refused = notLive(invoice, candidates);
  if (refused || candidates.bothFlags === 'allow') return refused;
  if (command === 'dispute' && invoice.isPaused) return 'Fakturan är pausad';
  if (command === 'pause' && invoice.isDisputed) return 'Fakturan är bestriden';
  return undefined;
}

/** What says that a command has nothing left to do. */
export function alreadyDone(command: Command, invoice: Invoice): WhyNot {
  switch (command) {
    case 'dispute':
      return invoice.isDisputed ? 'Fakturan är redan bestriden' : undefined;
    case 'cancel-dispute':
      return invoice.isDisputed ? undefined : 'Fakturan är inte bestriden';
    case 'pause':
      return invoice.isPaused ? 'Fakturan är redan pausad' : undefined;
    case 'resume':
      return invoice.isPaused ? undefined : 'Fakturan är inte pausad';
  }
}

export function canRun(command: Command, invoice: Invoice, candidates: Candidates): boolean {
  return !whyNotAtAll(command, invoice, candidates) && !alreadyDone(command, invoice);
}
