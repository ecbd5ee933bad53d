import { expect } from 'chai';
import type { CommandName } from '../../../bff/contract/command.ts';
import { NotAllowedReason } from '../../../bff/contract/invoice-status.ts';
import { registerCommands } from '../../../frontend/commands/register-commands.ts';
import type { InvoiceCard } from '../../../frontend/components/invoice-card/invoice-card.ts';
import type { InvoiceStatusElement } from '../../../frontend/components/invoice-status/invoice-status.ts';
import { focusedElement } from '../../../frontend/host/focus.ts';
import { commandDialogTag, invoiceCardTag, invoiceStatusTag } from '../../../frontend/host/tags.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';
import { notAllowedText } from '../../../frontend/i18n/not-allowed-text.ts';
import { commandClasses } from '../../../frontend/shared/commands/commands.ts';
import '../../../frontend/elements.ts';
import { problem, ScriptedBff } from '../support/bff.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { chipTexts, clearPage, find, openDialog, show, textOf, until } from '../support/page.ts';
import {
  aResult,
  disputedInvoice,
  noneAllowed,
  pausedInvoice,
  sentInvoice,
  unsyncedInvoice,
} from '../support/statuses.ts';
import { change } from '../support/sync-tab.ts';

describe('a command in Lime', () => {
  let bff: ScriptedBff;
  let platform: FakePlatform;

  const onLime = (version: '2.1' | '6', language = 'en') => {
    platform = new FakePlatform(bff.application, { version, language });
    registerCommands(platform);
  };

  beforeEach(() => {
    bff = new ScriptedBff();
    onLime('6');
  });

  afterEach(clearPage);

  /** As Lime does it: creates the command without arguments, then assigns the context. */
  const run = (name: CommandName, id: number | null = 1001): Promise<void> => {
    const command = Object.assign(new commandClasses[name](), { context: { limetype: 'invoice', id } });
    const bus = platform.get('commandBus') as { handle(command: object): Promise<void> };
    return bus.handle(command);
  };

  const dialog = () =>
    until('the dialog is open', () => {
      const element = document.querySelector<HTMLElement>(commandDialogTag);
      return element && find(element, openDialog) && element;
    });
  const press = async (name: 'confirm' | 'dismiss') => find(await dialog(), `[data-button=${name}]`)?.click();

  it('asks, runs, tells what came of it, and lets Lime read the record again', async () => {
    await bff.holds(sentInvoice());
    const running = run('dispute');
    expect(textOf(await dialog())).to.contain('Invoice 70001');
    await press('confirm');
    await running;
    expect(await bff.requests('POST', 'invoices/1001/dispute')).to.have.length(1);
    expect(platform.notifications).to.deep.equal(['Invoice 70001 is disputed. Collection has stopped.']);
    expect(platform.reloaded).to.deep.equal([['invoice', 1001]]);
    expect(document.querySelector(commandDialogTag)).to.equal(null);
    expect(platform.dialogs.size).to.equal(0);
  });

  it('keeps what was filled in and not sent for the next time, until it is sent', async () => {
    await bff.holds(sentInvoice());
    const left = run('dispute');
    change(find(await dialog(), 'limel-input-field'), 'Arrived broken');
    await press('dismiss');
    await left;
    await until('the dialog is gone', () => !document.querySelector(commandDialogTag));
    const sent = run('dispute');
    const comment = () => find<HTMLElement & { value: string }>(document.body, 'limel-input-field')?.value;
    await dialog();
    expect(comment()).to.equal('Arrived broken');
    await press('confirm');
    await sent;
    expect((await bff.requests('POST', 'invoices/1001/dispute')).map(({ body }) => body)).to.deep.equal([
      { comment: 'Arrived broken' },
    ]);
    await bff.holds(sentInvoice());
    const again = run('dispute');
    await dialog();
    expect(comment()).to.equal('');
    await press('dismiss');
    await again;
  });

  it('does not take what was filled in for a new end of a pause for a pause', async () => {
    await bff.holds(pausedInvoice());
    const left = run('pause');
    change(find(await dialog(), 'limel-input-field'), 'Until the holidays are over');
    await press('dismiss');
    await left;
    await until('the dialog is gone', () => !document.querySelector(commandDialogTag));
    await bff.holds(sentInvoice());
    const again = run('pause');
    await dialog();
    const heading = find<HTMLElement & { heading: { title: string } }>(
      document.body,
      'limel-dialog',
    )?.heading;
    expect(heading?.title).to.equal('Pause invoice');
    await press('dismiss');
    await again;
  });

  it('asks whether the debtor may read the comment where the service says that they may', async () => {
    await bff.says('names', { invoiceLimetype: 'invoice', comments: 'debtor' });
    await bff.holds(sentInvoice());
    const running = run('dispute');
    expect(find(await dialog(), 'limel-checkbox')).not.to.equal(undefined);
    await press('dismiss');
    await running;
  });

  const opposite = {
    dispute: 'cancel-dispute',
    pause: 'resume',
    'cancel-dispute': 'dispute',
    resume: 'pause',
  } as const;
  const before = {
    dispute: sentInvoice,
    pause: sentInvoice,
    'cancel-dispute': disputedInvoice,
    resume: pausedInvoice,
  };

  for (const name of ['dispute', 'cancel-dispute', 'pause', 'resume'] as const) {
    it(`offers to undo ${name}, and does when asked to`, async () => {
      await bff.holds(before[name]());
      platform.accepts = true;
      const running = run(name);
      await press('confirm');
      await running;
      await until('it is undone', () => platform.notifications.length === 2);
      expect(platform.offers).to.deep.equal(['Undo']);
      expect(await bff.requests('POST', `invoices/1001/${opposite[name]}`)).to.have.length(1);
      expect(platform.notifications[1]).to.match(/^Undone\. /);
      expect(platform.reloaded).to.have.length(2);
    });
  }

  it('pauses again until the same day when a resume is undone', async () => {
    await bff.holds(pausedInvoice({ paused: { since: null, until: '2099-01-05' } }));
    platform.accepts = true;
    const running = run('resume');
    await press('confirm');
    await running;
    const paused = await until('it is paused again', async () =>
      (await bff.requests('POST', 'invoices/1001/pause')).at(0),
    );
    expect(paused.body).to.deep.equal({ until: '2099-01-05' });
  });

  it('disputes again with what the dispute said when its end is undone', async () => {
    await bff.holds(disputedInvoice());
    const lifted = { reason: 'quality', comment: 'The crate was open.' } as const;
    const command = aResult({ name: 'cancel-dispute', lifted });
    const path = 'invoices/1001/cancel-dispute';
    const body = { ...sentInvoice(), command };
    await bff.answers({ method: 'POST', path, status: 200, type: 'application/json', body });
    platform.accepts = true;
    const running = run('cancel-dispute');
    await press('confirm');
    await running;
    const again = await until('it is disputed again', async () =>
      (await bff.requests('POST', 'invoices/1001/dispute')).at(0),
    );
    expect(again.body).to.deep.equal(lifted);
  });

  it('changes the end of a pause that is there already, from the end that it has', async () => {
    await bff.holds(pausedInvoice({ paused: { since: null, until: '2099-01-05' } }));
    const running = run('pause');
    await press('confirm');
    await running;
    const sent = (await bff.requests('POST', 'invoices/1001/pause')).at(0);
    expect(sent?.body).to.deep.equal({ until: '2099-01-05', changeEnd: true });
  });

  it('says why when it cannot be undone', async () => {
    await bff.holds(sentInvoice());
    const refused = problem('billecta-refused', { billectaMessage: 'Fakturan är låst' });
    await bff.answers({ method: 'POST', path: 'invoices/1001/cancel-dispute', status: 409, body: refused });
    platform.accepts = true;
    const running = run('dispute');
    await press('confirm');
    await running;
    const alert = await until('it is told', () => platform.alerts[0]);
    expect(alert).to.deep.equal({
      title: 'Cancel dispute',
      message: 'Billecta did not accept the command: “Fakturan är låst”',
    });
  });

  it('offers nothing to undo when nothing changed or nothing is sure, or Billecta would not let it', async () => {
    const outcomes = [
      { changed: false, state: 'confirmed', allowed: disputedInvoice().allowed },
      { changed: true, state: 'unknown', allowed: disputedInvoice().allowed },
      { changed: true, state: 'confirmed', allowed: noneAllowed('billecta-says-no') },
    ];
    for (const { allowed, ...outcome } of outcomes) {
      await bff.holds(sentInvoice());
      const body = { ...sentInvoice({ allowed }), command: { id: 'c', name: 'dispute', ...outcome } };
      const path = 'invoices/1001/dispute';
      await bff.answers({ method: 'POST', path, status: 200, type: 'application/json', body });
      const running = run('dispute');
      await press('confirm');
      await running;
    }
    await until('all is told', () => platform.notifications.length === 3);
    expect(platform.offers).to.deep.equal([]);
  });

  describe('with params from Lime Admin', () => {
    const sent = async (name: CommandName, params: object) => {
      await bff.holds(sentInvoice());
      const command = new commandClasses[name]();
      Object.assign(command, { context: { limetype: 'invoice', id: 1001 }, ...params });
      const running = (platform.get('commandBus') as { handle(c: object): Promise<void> }).handle(command);
      await press('confirm');
      await running;
      return (await bff.requests('POST', `invoices/1001/${name}`)).at(-1)?.body;
    };

    it('starts with the default reason and comment, whichever way Lime hands them over', async () => {
      const params = { defaultReason: 'quality', defaultComment: 'See the case' };
      const input = { reason: 'quality', comment: 'See the case' };
      expect(await sent('dispute', params)).to.deep.equal(input);
      expect(await sent('dispute', { params })).to.deep.equal(input);
    });

    it('ends a pause so many days from today', async () => {
      const { until: day } = (await sent('pause', { params: { pauseDays: 14 } })) as { until: string };
      const days = (Date.parse(`${day}T12:00:00Z`) - Date.now()) / (24 * 60 * 60 * 1000);
      expect(days).to.be.within(13, 15);
    });

    it('starts with nothing where a param makes no sense', async () => {
      expect(
        await sent('dispute', { params: { defaultReason: 'toString', defaultComment: 7 } }),
      ).to.deep.equal({});
      expect(await sent('pause', { pauseDays: -3 })).to.deep.equal({});
    });
  });

  it('works on Lime 2.1, which cannot read the record again', async () => {
    onLime('2.1', 'sv');
    await bff.holds(pausedInvoice());
    const running = run('resume');
    await press('confirm');
    await running;
    expect(platform.notifications).to.deep.equal([
      'Faktura 70001 är återupptagen. Kravhanteringen är igång igen.',
    ]);
    expect(platform.reloaded).to.deep.equal([]);
  });

  it('changes nothing when the user leaves the dialog', async () => {
    await bff.holds(sentInvoice());
    const running = run('pause');
    await press('dismiss');
    await running;
    expect(await bff.requests('POST', 'invoices/1001/pause')).to.have.length(0);
    expect(platform.notifications).to.deep.equal([]);
    expect(platform.dialogs.size).to.equal(0);
  });

  it('gives the focus back to where it was run from', async () => {
    await bff.holds(sentInvoice());
    const button = show<HTMLButtonElement>('button');
    button.focus();
    const running = run('pause');
    await press('dismiss');
    await running;
    await until('the focus is back', () => document.activeElement === button);
    expect(document.body.classList.contains('mdc-dialog-scroll-lock')).to.equal(false);
    button.remove();
  });

  it('gives the focus to the command that took the place of the one that was run', async () => {
    await bff.holds(sentInvoice());
    const card = show<InvoiceCard>(invoiceCardTag, { platform, limeId: 1001 });
    const command = (name: CommandName) => find(card, `[data-command=${name}]`);
    const native = (name: CommandName) => command(name)?.shadowRoot?.querySelector('button');
    const own = await until('its button is there', () => native('dispute'));
    own.focus();
    own.click();
    await press('confirm');
    await until('the focus is on the opposite', () => {
      const button = native('cancel-dispute');
      return button && focusedElement() === button;
    });
  });

  it('shows the invoice as sending until Billecta has answered', async () => {
    await bff.holds(sentInvoice());
    await bff.answers({ method: 'POST', path: 'invoices/1001/dispute', hold: true });
    const chips = show<InvoiceStatusElement>(invoiceStatusTag, { platform, limeId: 1001 });
    const shown = () => chipTexts(chips);
    const running = run('dispute');
    await press('confirm');
    await until('it is sending', () => shown().join() === 'In progress…,Sent');
    await bff.release();
    await running;
    await until('it is disputed', () => /^Sent,Disputed since/.test(shown().join()));
  });

  it('says that the invoice already was so, when Billecta did not have to be asked', async () => {
    await bff.holds(sentInvoice());
    const command = { id: null, name: 'dispute', state: 'confirmed', changed: false };
    await bff.answers({
      method: 'POST',
      path: 'invoices/1001/dispute',
      status: 200,
      type: 'application/json',
      body: { ...disputedInvoice(), command },
    });
    const running = run('dispute');
    await press('confirm');
    await running;
    expect(platform.notifications).to.deep.equal(['Invoice 70001 was already disputed.']);
  });

  it('does not claim success while it is not known', async () => {
    await bff.holds(sentInvoice());
    const command = { id: 'c', name: 'pause', state: 'unknown', changed: true };
    const body = { ...sentInvoice(), command };
    await bff.answers({
      method: 'POST',
      path: 'invoices/1001/pause',
      status: 200,
      type: 'application/json',
      body,
    });
    const running = run('pause');
    await press('confirm');
    await running;
    expect(platform.notifications[0]).to.match(
      /^Invoice 70001: Billecta has received the command\. Checking/,
    );
  });

  it('closes the dialog with the usual words when a lost answer turns out to be done', async () => {
    await bff.holds(sentInvoice());
    const lost = problem('billecta-timeout', { outcome: 'unknown' });
    await bff.answers({ method: 'POST', path: 'invoices/1001/dispute', status: 504, body: lost });
    const running = run('dispute');
    await press('confirm');
    const id = { id: 'c', name: 'dispute', state: 'unknown', requestedAt: '2025-11-03T10:00:00Z' } as const;
    await bff.holds(sentInvoice({ pendingCommand: id }));
    await until('it waits', async () => textOf(await dialog()).includes('Checking the result'));
    await until('it listens', async () => (await bff.log()).streams > 0);
    await bff.push(disputedInvoice());
    await running;
    expect(platform.notifications).to.deep.equal(['Invoice 70001 is disputed. Collection has stopped.']);
    expect(document.querySelector(commandDialogTag)).to.equal(null);
  });

  it('keeps the dialog open with the words for a failure, and can be tried again', async () => {
    await bff.holds(sentInvoice());
    await bff.answers({
      method: 'POST',
      path: 'invoices/1001/dispute',
      status: 502,
      body: problem('lime-failed'),
    });
    const running = run('dispute');
    await press('confirm');
    const open = await dialog();
    await until('the words show', () => textOf(open).includes('Something went wrong in Lime.'));
    expect(platform.notifications).to.deep.equal([]);
    await press('confirm');
    await running;
    expect(platform.notifications).to.have.length(1);
  });

  it('asks to save a record that is not saved yet', async () => {
    await run('dispute', null);
    expect(platform.notifications).to.deep.equal(['Save the invoice first.']);
    expect((await bff.log()).requests).to.deep.equal([]);
  });

  it('explains what to do about an invoice that is not synced', async () => {
    await bff.holds(unsyncedInvoice());
    await run('dispute');
    expect(platform.alerts).to.deep.equal([
      {
        title: 'Dispute invoice',
        message: 'This invoice is not synced with Billecta yet. Send it to Billecta first, then try again.',
      },
    ]);
    expect(platform.dialogs.size).to.equal(0);
  });

  for (const reason of NotAllowedReason.options) {
    it(`explains ${reason} instead of opening the dialog`, async () => {
      await bff.holds(sentInvoice({ allowed: noneAllowed(reason) }));
      await run('pause');
      const t = await loadTranslator('en');
      expect(platform.alerts).to.deep.equal([
        { title: 'Pause invoice', message: notAllowedText(reason, 'sent', t) },
      ]);
    });
  }

  it('explains why the invoice could not be read', async () => {
    await bff.answers({ method: 'GET', path: 'invoices/1001', status: 404, body: problem('not-found') });
    await run('dispute');
    expect(platform.alerts[0]?.message).to.equal(
      'This invoice does not exist in Lime, or you may not see it.',
    );
  });

  it('opens one dialog however often it is run', async () => {
    await bff.holds(sentInvoice());
    const first = run('dispute');
    await run('dispute');
    await run('pause');
    await dialog();
    expect(platform.dialogs.size).to.equal(1);
    await press('dismiss');
    await first;
    const again = run('pause');
    await press('dismiss');
    await again;
  });

  it('can be run again after Lime has taken its dialog away', async () => {
    await bff.holds(sentInvoice());
    const running = run('dispute');
    (await dialog()).remove();
    await running;
    const again = run('dispute');
    await press('dismiss');
    await again;
  });
});
