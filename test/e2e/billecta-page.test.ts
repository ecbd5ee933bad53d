import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { chromiumArgs, ensureChromium } from '../run/chromium.ts';
import { startBillectaSimulator } from '../simulators/billecta/index.ts';
import { screenshots } from './support.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArgs });
});
afterAll(() => browser.close());

/** A button of the page, and the webhooks that pressing it must send. */
interface Press {
  button: string;
  events: string[];
  before?: (page: Page) => Promise<void>;
}

const state = 'InvoiceActionStateChanged';

test('the simulated Billecta has a button for each event that the service takes', async () => {
  const billecta = await startBillectaSimulator();
  onTestFinished(() => billecta.close());
  billecta.addInvoice({ invoiceNumber: '1', stage: 'Created', debtor: { name: 'Vasa' } });
  billecta.addInvoice({ invoiceNumber: '2', debtor: { name: 'Piteå' }, autogiro: true });
  billecta.addInvoice({ invoiceNumber: '3', debtor: { name: 'Ljusdal' } });
  billecta.addInvoice({ invoiceNumber: '4', debtor: { name: 'Gävle' } });
  billecta.addWebhook({ url: `${billecta.url}/not-there`, headers: {} });
  const page = await browser.newPage();
  await page.goto(billecta.url);
  for (const number of ['2', '3', '4'])
    await page.getByLabel(`More, invoice ${number}`, { exact: true }).click();

  const presses: Press[] = [
    { button: 'Attest, invoice draft', events: ['InvoiceActionAttested', state] },
    { button: 'Send reminder, invoice 2', events: ['ReminderInvoiceActionCreated', state] },
    { button: 'Withdrawal fails, invoice 2', events: ['AutogiroWithdrawalFailedOnInvoice'] },
    { button: 'Withdrawal retried, invoice 2', events: ['AutogiroWithdrawalRenewedOnInvoice'] },
    { button: 'Debtor writes, invoice 2', events: ['InvoiceCommented'] },
    { button: 'Delivery fails, invoice 2', events: ['UndeliveredInvoice'] },
    { button: 'Pay too much, invoice 2', events: ['InvoicePaymentReceived', 'Overpayment', state] },
    {
      button: 'Use on invoice, overpayment of 2',
      events: ['OverpaymentMatchedToInvoice'],
      before: async () =>
        void (await page.getByLabel('Invoice for the overpayment').selectOption({ label: '3 Ljusdal' })),
    },
    { button: 'Write off, invoice 3', events: ['AmountWrittenOffOnInvoice', state] },
    { button: 'Credit, invoice 4', events: ['AmountCreditedOnInvoice', 'AmountCreditedOnInvoice', state] },
    { button: 'Receive an unmatched payment', events: ['UnmatchedPayment'] },
    { button: 'Approve autogiro, debtor Vasa', events: ['AutogiroApprovalChanged'] },
    { button: 'Approval fails, debtor Vasa', events: ['AutogiroApprovalFailed'] },
    {
      button: 'Save',
      events: ['DebtorUpdated'],
      before: async () => {
        await page.getByRole('button', { name: 'Update debtor Vasa' }).click();
        await page.getByLabel('City').fill('Nyköping');
      },
    },
  ];
  for (const { button, events, before } of presses) {
    const already = billecta.deliveries.length;
    await before?.(page);
    await page.getByRole('button', { name: button }).click();
    await expect.poll(() => billecta.deliveries.slice(already).map(({ event }) => event)).toEqual(events);
  }
  await page.getByText('Nyköping').waitFor();
  await page.getByText('Which button sends which webhook').click();
  expect(await page.locator('#legend dt').count()).toBe(16);
  expect(new Set(billecta.deliveries.map(({ event }) => event)).size).toBe(16);
  await page.screenshot({ path: join(screenshots, 'billecta.png'), fullPage: true });
});
