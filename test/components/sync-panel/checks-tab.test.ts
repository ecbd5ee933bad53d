import { expect } from 'chai';
import type { Checks } from '../../../bff/contract/admin/checks.ts';
import { syncTabTags } from '../../../frontend/host/tags.ts';
import '../../../frontend/sync-panel/view/define-sync-panel-view.ts';
import { ScriptedBff } from '../support/bff.ts';
import { type RecordedClipboard, recordedClipboard } from '../support/clipboard.ts';
import { axeFindings, find, findAll, until } from '../support/page.ts';
import {
  configuration,
  creditors,
  limeNames,
  mapping,
  rights,
  someChecks,
  updateProof,
  webhookAddress,
  webhookEvents,
} from '../support/sync-checks.ts';
import { clearPanel, click, says, showTab, sticksOut, wordsOf } from '../support/sync-tab.ts';

const allWrong = someChecks(
  configuration({ state: 'warning', unconfirmed: ['pause', 'resume'] }),
  { id: 'billecta-credential', state: 'failed', problem: null, says: null },
  creditors({ state: 'failed', creditors: [] }),
  {
    id: 'lime-key',
    state: 'unknown',
    problem: 'lime-unreachable',
    says: 'Lime cannot be reached (ENOTFOUND).',
  },
  rights({
    state: 'failed',
    rights: [
      { limetype: 'invoice', right: 'read', granted: true },
      { limetype: 'invoice', right: 'update', granted: false },
      { limetype: 'payment', right: 'create', granted: null },
    ],
  }),
  updateProof({ state: 'failed', proofs: ['acl'], inForce: null }),
  limeNames({
    state: 'failed',
    faults: [
      {
        variable: 'LIME_ACTION_PUBLIC_ID_FIELD',
        limetype: 'invoice',
        field: 'actionpublicid',
        known: ['billectaid'],
      },
      { variable: 'LIME_PAYMENT_LIMETYPE', limetype: 'payment', field: null, known: [] },
    ],
  }),
  mapping({
    state: 'failed',
    kinds: [
      {
        kind: 'payment',
        limetype: 'invoice_payment',
        usable: 1,
        faults: [{ limeField: 'amount', billectaField: 'Amount.Value', why: 'no such field' }],
      },
    ],
  }),
  webhookAddress({ state: 'warning', keys: [{ name: 'primary', lastUsedAt: null }] }),
  webhookEvents({ state: 'failed', events: [{ event: 'InvoiceSent', lastSeenAt: null }] }),
);

describe(syncTabTags.checks, () => {
  let bff: ScriptedBff;
  let clipboard: RecordedClipboard;

  beforeEach(() => {
    bff = new ScriptedBff();
    clipboard = recordedClipboard();
  });

  afterEach(async () => {
    clipboard.restore();
    await clearPanel();
  });

  const showChecks = async (checks: Checks = someChecks()) => {
    await bff.says('admin/checks', checks);
    const tab = await showTab(syncTabTags.checks, bff, 'checks');
    await until('they are read', () => find(tab, '[data-check]'));
    await until('Lime has drawn them', () =>
      findAll(tab, 'limel-chip').every((chip) => wordsOf(chip) !== ''),
    );
    return tab;
  };
  const order = (tab: Element) => findAll(tab, '[data-check]').map(({ dataset }) => dataset.check);
  const said = (tab: Element, id: string) => wordsOf(find(tab, `[data-check=${id}]`) as Element);

  describe('accessibility', () => {
    for (const [name, checks] of Object.entries({ 'all is well': someChecks(), 'much is wrong': allWrong })) {
      it(`has no findings when ${name}`, async () => {
        expect(await axeFindings(await showChecks(checks))).to.deep.equal([]);
      });
    }

    it('fits a window of 320 pixels', async () => {
      expect(await sticksOut(await showChecks(allWrong))).to.deep.equal([]);
    });
  });

  it('shows first what fails, then what cannot be told, then what is to be looked at', async () => {
    const tab = await showChecks(allWrong);
    const states = findAll(tab, '[data-check]').map(({ dataset }) => dataset.state);
    expect(states).to.deep.equal([...Array(7).fill('failed'), 'unknown', 'warning', 'warning']);
    expect(order(tab).slice(0, 2)).to.deep.equal(['billecta-credential', 'billecta-creditors']);
  });

  it('keeps the order of what is equally well', async () => {
    const tab = await showChecks();
    expect(order(tab)).to.deep.equal(someChecks().checks.map(({ id }) => id));
  });

  it('says how each is mended', async () => {
    const tab = await showChecks(allWrong);
    expect(said(tab, 'billecta-credential')).to.contain('Failed').and.to.contain('BILLECTA_AUTHORIZATION');
    expect(said(tab, 'billecta-creditors')).to.contain('access to the creditors in Billecta');
    expect(said(tab, 'webhook-address')).to.contain('No key has been used yet').and.to.contain('never used');
    expect(said(tab, 'webhook-events')).to.contain('None received.').and.to.contain('InvoiceSent never');
    expect(said(tab, 'configuration'))
      .to.contain('override it with BILLECTA_OPERATIONS')
      .and.to.contain('Resume invoice');
  });

  it('names the rights that are missing, and only those', async () => {
    const words = said(await showChecks(allWrong), 'lime-rights');
    expect(words).to.contain('Give the service’s user these permissions').and.to.contain('invoice: update');
    expect(words).not.to.contain('invoice: read');
  });

  it('names the rights of which Lime does not tell, as unknown', async () => {
    const words = said(await showChecks(allWrong), 'lime-rights');
    expect(words).to.contain('Lime does not say whether').and.to.contain('payment: create');
  });

  it('tells what proves that somebody may command', async () => {
    expect(said(await showChecks(allWrong), 'update-proof')).to.contain('every command is refused');
    expect(said(await showChecks(), 'update-proof')).to.contain('ActionPublicId back unchanged');
    const acl = someChecks(updateProof({ inForce: 'acl' }));
    expect(said(await showChecks(acl), 'update-proof')).to.contain('metadata shows who may update');
  });

  it('names the variables whose limetype or field Lime does not have', async () => {
    const words = said(await showChecks(allWrong), 'lime-names');
    expect(words).to.contain('LIME_ACTION_PUBLIC_ID_FIELD: invoice.actionpublicid (billectaid)');
    expect(words).to.contain('LIME_PAYMENT_LIMETYPE: payment');
  });

  it('says what to look at when the answer of Lime is not understood', async () => {
    const odd = { state: 'failed', problem: 'lime-unreadable', says: 'Lime answered a page.' } as const;
    const tab = await showChecks(someChecks({ id: 'lime-key', ...odd }, mapping(odd)));
    for (const id of ['lime-key', 'field-mapping']) {
      expect(said(tab, id)).to.contain('check that LIME_URL is the address');
      expect(said(tab, id)).not.to.contain('Create a new API key');
    }
  });

  it('names the pairs of fields that cannot be used, and why', async () => {
    const words = said(await showChecks(allWrong), 'field-mapping');
    expect(words).to.contain('1 field is written to invoice_payment (payment)');
    expect(words).to.contain('invoice_payment.amount ← Amount.Value: no such field');
  });

  it('says why something cannot be told, and not how to mend it', async () => {
    const words = said(await showChecks(allWrong), 'lime-key');
    expect(words).to.contain('Unknown').and.to.contain('Could not be checked:');
    expect(words).not.to.contain('Create a new API key');
  });

  it('names the commands that have proved how Billecta is called', async () => {
    const at = '2025-11-03T09:00:00.000Z';
    const confirmed = [{ command: 'dispute', at, invoiceNumber: '26001' }] as const;
    const tab = await showChecks(someChecks(configuration({ confirmed: [...confirmed] })));
    expect(said(tab, 'configuration')).to.contain(
      'Dispute invoice: confirmed Nov 3, 2025, 10:00 AM on invoice 26001',
    );
    expect(said(tab, 'configuration')).not.to.contain('BILLECTA_OPERATIONS');
  });

  it('counts the calls with a wrong key, and says how that is mended', async () => {
    const tab = await showChecks(someChecks(webhookAddress({ state: 'failed', wrongKeys: 24 })));
    expect(said(tab, 'webhook-address'))
      .to.contain('Failed')
      .and.to.contain('Requests with a wrong key: 24, none with the right key since')
      .and.to.contain('WEBHOOK_API_KEYS and restart the service');
  });

  it('says what is set up when all is well', async () => {
    const tab = await showChecks();
    await says(
      tab,
      'Bodies are kept for 90 days.',
      'Acme AB (c-1)',
      'c-2',
      '9 fields are written to invoice',
    );
    expect(wordsOf(tab)).not.to.contain('Failed').and.not.to.contain('BILLECTA_OPERATIONS');
  });

  it('has the address of the webhook copied', async () => {
    const tab = await showChecks();
    find<HTMLElement>(tab, '[data-check=webhook-address] limel-button')?.click();
    await until('it is copied', () => clipboard.copied.length > 0);
    expect(clipboard.copied[0]).to.match(/^https:\/\/.+\/webhooks\/billecta$/);
  });

  it('checks again when asked to, and says that it does', async () => {
    const tab = await showChecks(allWrong);
    await bff.answers({ method: 'GET', path: 'admin/checks', hold: true });
    await bff.says('admin/checks', someChecks());
    await click(tab, 'refresh');
    await says(tab, 'Checking Billecta and Lime…', 'Failed');
    await until('it is asked for', async () => (await bff.requests('GET', 'admin/checks')).length === 2);
    await bff.release();
    await until('nothing is wrong any more', () => !find(tab, '[data-state=failed]'));
    expect(wordsOf(tab)).not.to.contain('Asking');
  });

  it('says when they could not be read', async () => {
    await bff.fails('admin/checks', 'storage-unavailable');
    const tab = await showTab(syncTabTags.checks, bff, 'checks');
    await until('the failure shows', () => find(tab, '[role=alert]'));
    await bff.says('admin/checks', someChecks());
    await click(tab, 'again');
    await until('they show', () => order(tab).length === someChecks().checks.length);
  });
});
