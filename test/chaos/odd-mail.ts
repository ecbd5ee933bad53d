import { type Mail, mail } from './mail.ts';

/** More than the 1 MiB that the receiver takes. */
const tooLong = 'x'.repeat(1_100 * 1024);

const envelope = (event: string, data: unknown, n: string) =>
  JSON.stringify({
    EventDate: '2026-03-01 12:00:00+01:00',
    CreditorPublicId: `creditor-${n}`,
    Event: event,
    Data: data,
    AdditionalData: null,
  });

/** What is no ordinary webhook; `n` makes each one its own. */
export const oddMail: ReadonlyArray<(n: string) => Mail> = [
  // Kept, though nobody can make anything of it.
  (n) => mail(JSON.stringify({ Hello: 'Billecta', n }), { named: false }),
  (n) => mail(envelope('InvoiceActionStateChanged', { ActionPublicId: `unreadable-${n}` }, n)),
  (n) => mail(envelope('InvoiceActionAttested', [1, 2, n], n)),
  (n) => mail(envelope('DailyNotification', null, n)),
  (n) => mail(envelope('DebtorUpdated', { DebtorPublicId: n, Notes: 'å'.repeat(100_000) }, n)),
  // Refused.
  (n) => mail(`This is no JSON: ${n}`, { fate: 'refused' }),
  (n) => mail(`["${n}"]`, { fate: 'refused' }),
  (n) => mail(Buffer.from(`{"Event":"${n}\xff\xfe`, 'latin1'), { fate: 'refused' }),
  (n) => mail(envelope('DebtorUpdated', { DebtorPublicId: n, Notes: tooLong }, n), { fate: 'refused' }),
  (n) =>
    mail(envelope('DebtorUpdated', { DebtorPublicId: n, Notes: tooLong }, n), {
      fate: 'refused',
      chunked: true,
    }),
  (n) =>
    mail(envelope('InvoiceActionStateChanged', { ActionPublicId: n, State: { Stage: 'Completed' } }, n), {
      fate: 'refused',
      key: 'wrong',
    }),
];
