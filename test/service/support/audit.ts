import type { Bench } from './start.ts';

/** The audit trail of an invoice: each command with the states that it has come to, in order. */
export async function auditOf(bench: Bench, actionPublicId: string): Promise<string[]> {
  const rows = await bench.store.db
    .selectFrom('command')
    .leftJoin('audit', 'command.id', 'audit.command_id')
    .select(['command.id', 'command.command', 'audit.state'])
    .where('command.action_public_id', '=', actionPublicId)
    .orderBy('command.requested_at')
    .orderBy('audit.id')
    .execute();
  const trails = new Map<string, string[]>();
  for (const { id, command, state } of rows) {
    const before = trails.get(id) ?? [`${command}: requested`];
    trails.set(id, state === null ? before : [...before, state]);
  }
  return [...trails.values()].map((trail) => trail.join(' '));
}
