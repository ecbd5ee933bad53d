import type { ValueProblem } from '../../../contract/admin/issues.ts';
import type { ValueFault } from '../../../domain/issue.ts';
import type { Context } from '../../shared/context.ts';

/** The newest objects that were written in part, or are in Lime more than once, each field with the reason. */
export async function valueProblems(
  { store, database, limeWriter }: Pick<Context, 'store' | 'database' | 'limeWriter'>,
  cause: ValueFault,
  limit: number,
): Promise<ValueProblem[]> {
  const samples = await store.admin.failures.leftOut(database, cause, limit);
  return samples.flatMap(({ kind, billectaId, limeId, fields, twins }): ValueProblem[] => {
    const object = { kind, billectaId, limeId };
    if (cause === 'left-out') return fields.map((field) => ({ ...object, ...field }));
    const why = `Lime has ${twins.length}: ${twins.join(', ')}; the first is written`;
    return [{ ...object, limeField: limeWriter.idField(kind), billectaField: null, why }];
  });
}
