import type { CommandName } from '../../../bff/contract/command.ts';
import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import type { CommandField } from './command-input.ts';

interface CommandMeta {
  /** The ids of the command on one invoice and on many, as Lime knows them. */
  id: string;
  bulkId: string;
  /** From Lime's own set. */
  icon: string;
  /** The command that undoes it. */
  opposite: CommandName;
  /** Whether it stops collection; the others start it again. */
  stops: boolean;
  /** What it asks for. */
  fields: readonly CommandField[];
  /** Whether the status shows what it asks for. */
  isDone: (status: Pick<InvoiceStatus, 'disputed' | 'paused'>) => boolean;
}

/** What each command is. */
export const commandMeta: Readonly<Record<CommandName, CommandMeta>> = {
  dispute: {
    id: 'limepkg_billecta_integration.dispute-invoice',
    bulkId: 'limepkg_billecta_integration.dispute-invoices',
    icon: 'scales',
    opposite: 'cancel-dispute',
    stops: true,
    fields: ['reason', 'comment', 'toDebtor'],
    isDone: ({ disputed }) => disputed !== null,
  },
  'cancel-dispute': {
    id: 'limepkg_billecta_integration.cancel-dispute',
    bulkId: 'limepkg_billecta_integration.cancel-disputes',
    icon: 'handshake',
    opposite: 'dispute',
    stops: false,
    fields: ['comment', 'toDebtor'],
    isDone: ({ disputed }) => disputed === null,
  },
  pause: {
    id: 'limepkg_billecta_integration.pause-invoice',
    bulkId: 'limepkg_billecta_integration.pause-invoices',
    icon: 'circled_pause',
    opposite: 'resume',
    stops: true,
    fields: ['until', 'comment', 'toDebtor'],
    isDone: ({ paused }) => paused !== null,
  },
  resume: {
    id: 'limepkg_billecta_integration.resume-invoice',
    bulkId: 'limepkg_billecta_integration.resume-invoices',
    icon: 'resume_button',
    opposite: 'pause',
    stops: false,
    fields: ['comment', 'toDebtor'],
    isDone: ({ paused }) => paused === null,
  },
};

export const commandNames = Object.keys(commandMeta) as CommandName[];

/** A value for each command. */
export const forEachCommand = <T>(toValue: (command: CommandName) => T): Record<CommandName, T> =>
  Object.fromEntries(commandNames.map((name) => [name, toValue(name)])) as Record<CommandName, T>;

/** The status as somebody sees it who may not update invoices in Lime. */
export const withoutCommands = (status: InvoiceStatus): InvoiceStatus =>
  status.actionPublicId === null
    ? status
    : { ...status, allowed: forEachCommand(() => ({ ok: false, reason: 'forbidden' })) };
