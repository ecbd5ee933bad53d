import { fieldsOfPayment, type Payment, type PaymentKind } from '../../domain/invoice/payment.ts';
import { unhandledStateName } from './enums.ts';
import { pickFields } from './pick-fields.ts';
import { IncomingPaymentView, UnhandledPaymentView } from './views.ts';

/** A payment and the invoices that it has changed. */
export interface PaymentReading {
  /** Null when Billecta gave it no id by which it could be known again. */
  payment: Payment | null;
  invoices: readonly string[];
}

/** @throws ZodError when it is no IncomingPaymentView */
export function toPayment(json: unknown, paths: readonly string[], kind: PaymentKind): PaymentReading {
  const view = IncomingPaymentView.parse(json);
  const { ActionPublicId: invoice, PaymentReferenceId: id } = view;
  const status = { kind, invoice, sender: view.DebtorName || null, reference: view.OCR || null };
  const payment = { id: id ?? '', step: 0, fields: fieldsOfPayment(pickFields(json, paths), status) };
  return { payment: isId(id) ? payment : null, invoices: [invoice] };
}

/** @throws ZodError when it is no UnhandledPaymentView */
export function toUnhandledPayment(
  json: unknown,
  paths: readonly string[],
  kind: PaymentKind,
): PaymentReading {
  const view = UnhandledPaymentView.parse(json);
  const { ActionPublicId: cameFrom, UsedOnActionPublicId: usedOn } = view.OverpaymentDetails ?? {};
  const step = kind === 'overpayment-matched' ? completeStep : stepOf(view.State);
  const status = {
    kind: usedOn && kind === 'overpayment' ? ('overpayment-matched' as const) : kind,
    invoice: usedOn || cameFrom || null,
    sender: view.SenderName || null,
    reference: view.Reference || null,
  };
  const fields = fieldsOfPayment(pickFields(json, paths), status);
  return {
    payment: { id: view.UnhandledPaymentPublicId, step, fields },
    invoices: [cameFrom, usedOn].flatMap((id) => id || []),
  };
}

/** An overpayment that was used may come as either view (docs/facts/billecta.md 6.4). */
export const toMatchedOverpayment = (json: unknown, paths: readonly string[]): PaymentReading =>
  UnhandledPaymentView.safeParse(json).success
    ? toUnhandledPayment(json, paths, 'overpayment-matched')
    : toPayment(json, paths, 'overpayment-matched');

const completeStep = 2;

/** Waiting to be handled, on its way back, or done with. */
function stepOf(state: string | number | null | undefined): number {
  switch (unhandledStateName(state ?? 'Unhandled')) {
    case 'Unhandled':
      return 0;
    case 'RepaymentPending':
      return 1;
    default:
      return completeStep;
  }
}

const noDebtor = '00000000-0000-0000-0000-000000000000';
const isId = (id: string | null | undefined) => Boolean(id) && id !== noDebtor;
