import type { DemoAddresses } from './start-demo.ts';

/** What to open and what to try, for a person at a terminal. */
export function guide({ pages, billecta, bff, keys, lime, database }: DemoAddresses): string {
  return `
Lime, Billecta and the service are running (both systems are simulators).

  Open in a browser
    An invoice in Lime     ${pages.invoice}
    All invoices           ${pages.table}
    All payments           ${pages.payments}
    Lime Admin             ${pages.admin}
    The sync panel         ${pages.panel}
    Billecta               ${billecta}

  Try
    1. On the invoice: Actions > Dispute invoice, confirm, and see the chip. Billecta's page shows the dispute.
    2. Actions > Cancel dispute, then Pause and Resume.
    3. Keep the invoice open, and on Billecta's page register a payment: Paid appears without a reload.
    4. In the table: an invoice that is not synced; open it and see why it refuses.
    5. Switch the user to Rut, who may only read, and try to dispute.
    6. On Billecta's page: refuse the next command, lose an answer, be slow, be out of order. Then run a command.
    7. On Billecta's page: pay too much for one invoice and use it on another, receive an unmatched payment, update a
       debtor, fail an autogiro withdrawal; then look at the invoice, its debtor and the payments in Lime.
    8. As the administrator, open the sync panel:
       is all well? Stop Billecta on its page, run a command, and see what the panel says, and mend it there.
    9. Switch language and theme at the top of Lime's page.

  Call it yourself
    curl -H 'x-api-key: ${keys.user}' ${bff}/invoices?ids=1001
    The same is reachable on Lime's origin: ${lime}/${database}/limepkg-billecta-integration

Stop with Ctrl-C.
`;
}
