import type { Harness } from './start.ts';

/** The audit trail of an invoice: each command with the states that it has come to, in order. */
export async function auditOf(harness: Harness, actionPublicId: string): Promise<string[]> {
  const rows = await harness.store.db
    .selectFrom('command')
    .leftJoin('command_audit', 'command.id', 'command_audit.command_id')
    .select(['command.id', 'command.command', 'command_audit.state'])
    .where('command.action_public_id', '=', actionPublicId)
    .orderBy('command.requested_at')
    .orderBy('command_audit.id')
    .execute();
  const trails = new Map<string, string[]>();
  for (const { id, command, state } of rows) {
    const before = trails.get(id) ?? [`${command}: requested`];
    trails.set(id, state === null ? before : [...before, state]);
  }
  return [...trails.values()].map((trail) => trail.join(' '));
}
