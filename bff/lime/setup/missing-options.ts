import type { Stage } from '../../domain/invoice/stage.ts';
import type { LimeKind } from '../../domain/lime-kind.ts';
import type { LimeProperty } from '../client/limetype.ts';
import type { FieldPair } from './field-mapping.ts';

/** `unknown` is no stage of Billecta's. */
const stages: Record<Exclude<Stage, 'unknown'>, true> = {
  draft: true,
  attested: true,
  sent: true,
  reminded: true,
  'debt-collection': true,
  paid: true,
  credited: true,
  cancelled: true,
  manual: true,
  sold: true,
};

/** The possible values of the service's own fields, by kind. */
const ofInvoices: Readonly<Record<string, readonly string[]>> = {
  'Status.Stage': Object.keys(stages),
  'Status.Autogiro': ['none', 'failed', 'renewed'],
  'Status.Delivery': ['none', 'delivered', 'failed'],
};
const states: Readonly<Record<LimeKind, Readonly<Record<string, readonly string[]>>>> = {
  invoice: ofInvoices,
  reminder: ofInvoices,
  payment: { 'Status.Kind': ['payment', 'overpayment', 'overpayment-matched', 'unmatched'] },
  debtor: { 'Status.Autogiro': ['none', 'pending', 'approved', 'failed', 'removed'] },
};

/** The states of a field that an option property has no option for; each would be left out when it comes. */
export function missingOptions(
  { billecta_field: path, values: keys = {} }: FieldPair,
  { options }: LimeProperty,
  kind: LimeKind,
): string[] {
  const exists = (key: string) => options.some((option) => option.key === key && !option.inactive);
  return (states[kind][path] ?? []).filter((state) => {
    const key = keys[state] ?? state;
    return key !== '' && !exists(key);
  });
}
