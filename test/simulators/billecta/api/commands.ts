import { runCommand } from '../actions/run-command.ts';
import type { Candidates, Command } from '../candidates.ts';
import { Refusal } from '../model/refusal.ts';
import type { ApiRequest, Endpoint } from './endpoint.ts';

const names: readonly Command[] = ['dispute', 'cancel-dispute', 'pause', 'resume'];

/** The four commands, where the candidate has them (facts 4, 4.1). */
export function commandEndpoints({ operations }: Candidates): Endpoint[] {
  return names.map((command) => ({
    operation: command,
    ...operations[command],
    answer(request) {
      requireBody(request);
      runCommand(command, request.world, request.id);
    },
  }));
}

function requireBody({ id, body, world }: ApiRequest): void {
  const wanted = world.candidates.commandBody;
  if (wanted === 'empty') return;
  const given = parseObject(body);
  const complete = wanted === 'object' ? given : given?.ActionPublicId === id;
  if (!complete) throw new Refusal('Anropet saknar innehåll');
}

function parseObject(body: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}
