import type { CommandState } from '../../../../domain/command.ts';
import type { CommandRecord, CommandStep } from '../command-store.ts';

export interface CommandFilter {
  commands?: readonly CommandRecord['command'][] | undefined;
  states?: readonly CommandState[] | undefined;
  reasons?: readonly NonNullable<CommandRecord['reason']>[] | undefined;
  by?: string | undefined;
  actionPublicIds?: readonly string[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** A state that a command came to after it was requested. */
export interface AuditedStep extends CommandStep {
  commandId: string;
}

export interface CommandAudit {
  /** Newest first; after the one that this names. */
  find(
    database: string,
    question: CommandFilter,
    page: { after: { requestedAt: string; id: string } | null; limit: number },
  ): Promise<CommandRecord[]>;
  trail(database: string, commandIds: readonly string[]): Promise<AuditedStep[]>;
  tally(
    database: string,
    since: string,
  ): Promise<Array<Pick<CommandRecord, 'command' | 'reason' | 'state'> & { count: number }>>;
}
