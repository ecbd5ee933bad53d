import type { LimeKind } from '../../../bff/domain/lime-kind.ts';
import type { LimeHttp } from '../../../bff/lime/client/http.ts';
import { defaultNames } from '../../../bff/lime/client/names.ts';
import type { FieldPair } from '../../../bff/lime/setup/field-mapping.ts';
import { WritePace } from '../../../bff/lime/write-back/write-pace.ts';
import { RestWriter } from '../../../bff/lime/write-back/writer.ts';

export interface Line {
  message: string;
  fields: Record<string, unknown>;
}

/** Writes to a Lime that is there, by these pairs of Billecta's fields and Lime's. */
export function startWriter(
  http: LimeHttp,
  mapping: Partial<Record<LimeKind, ReadonlyArray<[billectaField: string, limeField: string]>>>,
): { writer: RestWriter; log: Line[]; clock: { now: number } } {
  const log: Line[] = [];
  const clock = { now: 0 };
  const note = (fields: object, message: string) => void log.push({ message, fields: { ...fields } });
  const pairsOf = (kind: LimeKind): FieldPair[] =>
    (mapping[kind] ?? []).map(([billecta_field, lime_field]) => ({ billecta_field, lime_field }));
  const writer = new RestWriter({
    http,
    names: defaultNames,
    mapping: {
      invoice: pairsOf('invoice'),
      reminder: pairsOf('reminder'),
      payment: pairsOf('payment'),
      debtor: pairsOf('debtor'),
      creditor: [],
    },
    creates: ['payment', 'debtor'],
    emptyOption: 'empty',
    pace: new WritePace(1_000),
    log: { info: note, warn: note, error: note },
    now: () => clock.now,
  });
  return { writer, log, clock };
}
