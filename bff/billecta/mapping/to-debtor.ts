import type { Fields } from '../../domain/fields.ts';
import { autogiroStageName } from './enums.ts';
import { pickFields } from './pick-fields.ts';
import { DebtorView } from './views.ts';

/**
 * The mapped fields of a debtor, and the state of their approval of autogiro.
 *
 * @throws ZodError when it is no DebtorView; Error when it is another debtor's
 */
export function toDebtor(json: unknown, debtorPublicId: string, paths: readonly string[]): Fields {
  const { Autogiro, DebtorPublicId = null } = DebtorView.parse(json);
  if (DebtorPublicId !== null && DebtorPublicId.toLowerCase() !== debtorPublicId.toLowerCase())
    throw new Error(`It is about debtor ${DebtorPublicId}`);
  return { ...pickFields(json, paths), 'Status.Autogiro': autogiro(Autogiro) };
}

function autogiro(view: DebtorView['Autogiro']): string {
  if (!view) return 'none';
  switch (autogiroStageName(view.Stage ?? 'Unknown')) {
    case 'Pending':
      return 'pending';
    case 'Failed':
      return 'failed';
    case 'Removed':
      return 'removed';
    default:
      return view.Active === false ? 'removed' : 'approved';
  }
}
