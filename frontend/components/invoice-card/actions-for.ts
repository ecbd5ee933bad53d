import type { CommandName } from '../../../bff/contract/command.ts';
import type { Allowed, InvoiceStatus } from '../../../bff/contract/invoice-status.ts';

export interface CardAction {
  name: CommandName;
  allowed: Allowed;
  /** Pauses what is paused already, which gives the pause another end. */
  changesEnd?: true;
}

/**
 * The commands that the card offers: of each pair the one that is allowed now, or else the one that the
 * invoice's state would ask for, with why it cannot be run. An invoice that is not synced has none.
 */
export function actionsFor(status: InvoiceStatus): CardAction[] {
  if (status.actionPublicId === null) return [];
  return [
    ...pair(status, 'dispute', 'cancel-dispute', status.disputed !== null),
    ...pair(status, 'pause', 'resume', status.paused !== null),
    ...(status.paused && status.allowed.resume.ok ? [changeEnd] : []),
  ];
}

const changeEnd: CardAction = { name: 'pause', allowed: { ok: true }, changesEnd: true };

function pair(status: InvoiceStatus, start: CommandName, end: CommandName, started: boolean): CardAction[] {
  const both = [start, end].map((name) => ({ name, allowed: status.allowed[name] }) as CardAction);
  const allowed = both.filter((action) => action.allowed.ok);
  if (allowed.length > 0) return allowed;
  return both.filter(({ name }) => name === (started ? end : start));
}
