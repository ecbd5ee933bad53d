import { z } from 'zod';

/** A field of Billecta and its field of Lime, in the format of Lime's own package (docs/facts/lime.md 1.6). */
const FieldPair = z.strictObject({
  /** Dotted where it is nested: `State.NextEvent`. */
  billecta_field: z.string().min(1),
  lime_field: z.string().min(1),
  /** Keys of the Lime option by the values of Billecta, or of the service's `Status.…`. */
  values: z.record(z.string(), z.string()).optional(),
});
export type FieldPair = z.infer<typeof FieldPair>;

const pairs = z.array(FieldPair);
const FieldMapping = z.strictObject({
  invoice: pairs,
  reminder: pairs,
  payment: pairs,
  debtor: pairs,
  creditor: pairs,
});
export type FieldMapping = z.infer<typeof FieldMapping>;
export type MappedKind = keyof FieldMapping;

const pair = (billecta_field: string, lime_field: string, values?: Record<string, string>): FieldPair => ({
  billecta_field,
  lime_field,
  ...(values && { values }),
});

/** Pairs of debtor and creditor that Lime's own package has (docs/facts/lime.md 1.6). Later ones with a value win. */
const party = [
  pair('OrgNo', 'ssnregno'),
  pair('Name', 'name'),
  pair('ContactName', 'contactname'),
  pair('ContactEmail', 'email'),
  pair('Email', 'email'),
  pair('Phone', 'maincontactphone'),
  pair('Address', 'address'),
  pair('ZipCode', 'zipcode'),
  pair('City', 'city'),
];

/** Where nothing is configured. The names of invoice and payment fields in Lime are to be confirmed. */
export const defaultMapping: FieldMapping = {
  invoice: [
    pair('InvoiceNumber', 'invoicenumber'),
    pair('InvoiceDate', 'invoicedate'),
    pair('DueDate', 'duedate'),
    pair('InvoicedAmount', 'amount'),
    pair('CurrentAmount', 'currentamount'),
    pair('PaidAmount', 'paidamount'),
    pair('CreditedAmount', 'creditedamount'),
    pair('WriteOffAmount', 'writtenoffamount'),
    pair('Status.Stage', 'invoicestatus', { 'debt-collection': 'debtcollection' }),
    pair('Status.Disputed', 'disputed'),
    pair('Status.DisputedSince', 'disputedtime'),
    pair('Status.Paused', 'paused'),
    pair('Status.NextEvent', 'nextevent'),
    pair('Status.NextEventDate', 'nexteventdate'),
    pair('Status.Autogiro', 'autogirostate'),
    pair('Reminder.Created', 'reminderdate'),
    pair('Reminder.ReminderFee', 'reminderfee'),
  ],
  reminder: [pair('CurrentValue', 'currentamount'), pair('ReminderFee', 'reminderfee')],
  payment: [
    pair('Status.Kind', 'paymenttype', { 'overpayment-matched': 'overpaymentmatched' }),
    pair('Status.Invoice', 'invoice'),
    pair('DebtorPublicId', 'debtor'),
    pair('Amount', 'amount'),
    pair('PaymentDate', 'paymentdate'),
    pair('PaymentMeanCode', 'paymentmean'),
    pair('Status.Sender', 'sendername'),
    pair('Status.Reference', 'reference'),
  ],
  debtor: [...party, pair('Status.Autogiro', 'autogirostate')],
  creditor: party,
};

/**
 * The mapping as configured: `{"invoice":[{"billecta_field":"OCR","lime_field":"ocr"}]}`. Kinds that are not named keep
 * their defaults; an empty list writes nothing of a kind.
 *
 * @throws ZodError or SyntaxError when the text is not that
 */
export function readMapping(text: string): FieldMapping {
  return { ...defaultMapping, ...removeUndefined(FieldMapping.partial().parse(JSON.parse(text))) };
}

type Given = { [K in MappedKind]?: FieldMapping[K] | undefined };

function removeUndefined(given: Given): Partial<FieldMapping> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** The fields of a kind that come from Billecta's own view, the service's own left out. */
export function billectaPaths(mapping: FieldMapping, kind: MappedKind): string[] {
  const paths = mapping[kind].map(({ billecta_field }) => billecta_field);
  return [...new Set(paths.filter((path) => !/^(Status|Reminder)\./.test(path)))];
}
