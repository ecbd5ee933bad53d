import type { Check } from '../../../contract/admin/checks.ts';

/** The faults of the set-up, one plain line each, beginning with the variable to correct. */
export function setupFaults(checks: readonly Check[]): string[] {
  return checks.flatMap(faultsOf);
}

function faultsOf(check: Check): string[] {
  switch (check.id) {
    case 'billecta-credential':
      return unlessOk(check, 'BILLECTA_AUTHORIZATION', 'BILLECTA_URL');
    case 'billecta-creditors':
      return check.state === 'failed' && check.problem === null
        ? ['BILLECTA_AUTHORIZATION: Billecta has no creditor for this credential.']
        : [];
    case 'lime-key':
      return unlessOk(check, 'LIME_API_KEY', 'LIME_URL');
    case 'lime-rights':
      return check.rights
        .filter(({ granted }) => granted === false)
        .map(({ limetype, right }) => `LIME_API_KEY: its user may not ${right} ${limetype} in Lime.`);
    case 'update-proof':
      return check.state === 'failed' && check.problem === null
        ? ['LIME_UPDATE_PROOF: nothing of it works in this Lime, so every command is refused.']
        : [];
    case 'lime-names':
      return check.faults.map(
        ({ variable, limetype, field, known }) =>
          `${variable}: ${field === null ? `Lime has no limetype "${limetype}"` : `limetype ${limetype} has no field "${field}"`}${has(known)}.`,
      );
    case 'field-mapping':
      return check.kinds.flatMap(({ kind, limetype, faults }) =>
        faults.map(
          ({ limeField, billectaField, why }) =>
            `LIME_FIELD_MAPPING: ${kind}: ${billectaField} to ${limetype}.${limeField}: ${why}.`,
        ),
      );
    default:
      return [];
  }
}

/** Whether a key is wrong, or the system does not answer. */
function unlessOk(
  { state, problem, says }: Extract<Check, { id: 'lime-key' | 'billecta-credential' }>,
  key: string,
  address: string,
): string[] {
  if (problem === null) return [];
  return [`${state === 'unknown' ? address : key}: ${says ?? problem}`];
}

const has = (known: readonly string[]) => (known.length > 0 ? `; it has ${known.join(', ')}` : '');
