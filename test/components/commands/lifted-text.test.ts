import { expect } from 'chai';
import { bffClient } from '../../../frontend/bff/client.ts';
import { InvoiceStatuses } from '../../../frontend/bff/invoice-statuses.ts';
import { liftedText } from '../../../frontend/commands/lifted-text.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';
import { ScriptedBff } from '../support/bff.ts';
import { disputedInvoice } from '../support/statuses.ts';
import { ourDispute } from '../support/timelines.ts';

describe('what a command ends', () => {
  const told = async (bff: ScriptedBff, command: 'cancel-dispute' | 'resume' | 'pause') => {
    const statuses = new InvoiceStatuses(bffClient(bff.application, 'invoice'));
    return liftedText(statuses, 1001, command, await loadTranslator('en'));
  };

  it('is told with its day, from where, why, and what was written', async () => {
    const bff = new ScriptedBff();
    await bff.holds(disputedInvoice());
    await bff.hasSeen(1001, ourDispute());
    expect(await told(bff, 'cancel-dispute')).to.equal(
      'Disputed · Nov 3, 2025 · from Lime · Wrong amount “Twice the price”',
    );
    expect(await told(bff, 'resume')).to.equal(undefined);
    expect(await told(bff, 'pause')).to.equal(undefined);
  });

  it('is left out when it cannot be read', async () => {
    const bff = new ScriptedBff();
    await bff.answers({ method: 'GET', path: 'invoices/1001/timeline', status: 502, body: {} });
    expect(await told(bff, 'cancel-dispute')).to.equal(undefined);
  });
});
