import { expect } from 'chai';
import type { CommandName } from '../../../bff/contract/command.ts';
import type { InvoiceStatus, InvoiceStatusAfterCommand } from '../../../bff/contract/invoice-status.ts';
import { BffError } from '../../../frontend/bff/bff-error.ts';
import type { InvoiceEntry } from '../../../frontend/bff/invoice-entry.ts';
import type { CommandDialog } from '../../../frontend/components/command-dialog/command-dialog.ts';
import { focusedElement } from '../../../frontend/host/focus.ts';
import { commandDialogTag, commandFieldsTag } from '../../../frontend/host/tags.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';
import type { CommandDialogInput } from '../../../frontend/shared/commands/command-input.ts';
import '../../../frontend/components/command-dialog/define-command-dialog.ts';
import { problem } from '../support/bff.ts';
import {
  axeFindings,
  clearPage,
  find,
  findAll,
  namesIn,
  openDialog,
  show,
  textOf,
  until,
} from '../support/page.ts';
import { aResult, disputedInvoice, pausedInvoice, sentInvoice } from '../support/statuses.ts';

type Button = HTMLElement & { label: string; loading: boolean; disabled: boolean };
type Select = HTMLElement & { options: { text: string; value: string }[] };

type Field = HTMLElement & { label: string };

const fieldsIn = (dialog: HTMLElement) =>
  [...(find(dialog, commandFieldsTag)?.shadowRoot?.children ?? [])].filter(({ localName }) =>
    localName.startsWith('limel-'),
  ) as Field[];

const answer = (name: CommandName): InvoiceStatusAfterCommand => ({
  ...sentInvoice({ asOf: '2025-11-03T10:00:00.000Z' }),
  command: aResult({ name }),
});

describe(commandDialogTag, () => {
  let asked: CommandDialogInput[];
  let events: string[];

  beforeEach(() => {
    asked = [];
    events = [];
  });

  afterEach(clearPage);

  /** @param outcomes - what comes of each attempt in turn; the last one again and again */
  const open = async (command: CommandName, ...outcomes: (() => Promise<InvoiceStatusAfterCommand>)[]) => {
    const run = (input: CommandDialogInput) => {
      asked.push(input);
      return (outcomes.length > 1 ? outcomes.shift() : outcomes[0])?.() ?? Promise.resolve(answer(command));
    };
    const t = await loadTranslator('en');
    const dialog = show<CommandDialog>(commandDialogTag, { command, status: sentInvoice(), t, run });
    const heard = events;
    for (const name of ['done', 'dismiss', 'close']) dialog.addEventListener(name, () => heard.push(name));
    await until('the dialog is open', () => find(dialog, openDialog));
    await until('its buttons are there', () =>
      findAll(dialog, 'limel-button').every((each) => find(each, 'button')),
    );
    return dialog;
  };

  const openOn = async (command: CommandName, status: InvoiceStatus, value: CommandDialogInput = {}) => {
    const t = await loadTranslator('en');
    const run = (input: CommandDialogInput) => {
      asked.push(input);
      return Promise.resolve(answer(command));
    };
    const dialog = show<CommandDialog>(commandDialogTag, { command, status, t, value, run });
    await until('the dialog is open', () => find(dialog, openDialog));
    return dialog;
  };

  it('says that an invoice which is stopped for another reason too stays stopped', async () => {
    const both = { disputed: { since: '2025-11-03T10:00:00.000Z' } };
    const words = async (command: CommandName, status: InvoiceStatus) =>
      textOf(await openOn(command, status));
    expect(await words('cancel-dispute', pausedInvoice(both))).to.contain(
      'It is still paused, so reminders and debt collection stay stopped.',
    );
    expect(await words('resume', pausedInvoice(both))).to.contain('It is still disputed, so reminders');
    expect(await words('resume', pausedInvoice())).to.contain('Automatic events start again.');
  });

  it('says what may follow at once when the due date has passed', async () => {
    const late = await openOn('resume', pausedInvoice({ overdue: 3 }));
    expect(textOf(late)).to.contain('The due date has passed, so a reminder');
  });

  it('shows what it ends, once that is known', async () => {
    const t = await loadTranslator('en');
    const lifts = Promise.resolve('Disputed · Nov 3, 2025 · from Lime “Twice the price”');
    const status = disputedInvoice();
    const dialog = show<CommandDialog>(commandDialogTag, { command: 'cancel-dispute', status, t, lifts });
    await until('it is shown', () => find(dialog, '.lifted')?.textContent?.includes('“Twice the price”'));
  });

  it('changes the end of a pause, or takes it away', async () => {
    const paused = pausedInvoice({ paused: { since: null, until: '2099-01-05' } });
    const dialog = await openOn('pause', paused, { changeEnd: true, until: '2099-01-05' });
    await until('its buttons are there', () =>
      findAll(dialog, 'limel-button').every((each) => find(each, 'button')),
    );
    const confirm = find<Button>(dialog, '[data-button=confirm]') as Button;
    expect(confirm.label).to.equal('Change end date');
    dialog.value = { ...dialog.value, until: undefined };
    await dialog.updateComplete;
    confirm.click();
    await until('it is sent', () => asked.length === 1);
    expect(asked).to.deep.equal([{ changeEnd: true }]);
  });

  const openWithComments = async (
    commentsGo: CommandDialog['commentsGo'],
    value: CommandDialogInput = {},
  ) => {
    const dialog = await open('dispute');
    Object.assign(dialog, { commentsGo, value });
    await dialog.updateComplete;
    return dialog;
  };
  const helper = (dialog: HTMLElement) =>
    find<HTMLElement & { helperText?: string }>(dialog, 'limel-input-field')?.helperText;

  const button = (dialog: HTMLElement, name: 'confirm' | 'dismiss') =>
    find<Button>(dialog, `[data-button=${name}]`) as Button;

  const fails = (error: BffError) => () => Promise.reject(error);
  const refused = new BffError({
    kind: 'problem',
    problem: problem('billecta-refused', { billectaMessage: 'Fakturan är låst' }),
  });

  describe('accessibility', () => {
    for (const command of ['dispute', 'cancel-dispute', 'pause', 'resume'] as const) {
      it(`has no findings for ${command}`, async () => {
        const dialog = await open(command);
        expect(await axeFindings(dialog)).to.deep.equal([]);
      });
    }

    it('has no findings after a failure, which is announced', async () => {
      const dialog = await open('dispute', fails(refused));
      button(dialog, 'confirm').click();
      await until('the failure shows', () => find(dialog, '[role=alert]'));
      expect(await axeFindings(dialog)).to.deep.equal([]);
    });

    it('has a name, and so has everything in it, for who hears it', async () => {
      const dialog = await openWithComments('debtor', { reason: 'quality' });
      await until('the comment is there', () => find(dialog, 'textarea'));
      const names = [
        'alertdialog Dispute invoice',
        'button Reason Quality complaint',
        'checkbox Show the comment to the debtor',
        'note Dispute invoice',
        'textbox Comment',
      ];
      await until('all is named', () => namesIn(dialog).sort().join() === names.join());
    });

    it('names every field and button', async () => {
      const dialog = await open('dispute');
      const labels = [...fieldsIn(dialog), ...findAll<Button>(dialog, 'limel-button')].map(
        ({ label }) => label,
      );
      expect(labels).to.deep.equal(['Reason', 'Comment', 'Cancel', 'Dispute invoice']);
    });

    it('is confirmed by Enter, but not from the comment or a button', async () => {
      const dialog = await open('dispute');
      const comment = await until('the comment is there', () => find(dialog, 'textarea'));
      press(comment, 'Enter');
      press(find(find(dialog, 'limel-select') as HTMLElement, 'button') as HTMLElement, 'Enter');
      expect(asked).to.have.length(0);
      press(comment, 'Enter', { ctrlKey: true });
      await until('it is done', () => events.includes('done'));
      expect(asked).to.have.length(1);
    });

    it('is left by Escape', async () => {
      const dialog = await open('pause');
      press(find(dialog, '.mdc-dialog') as HTMLElement, 'Escape');
      await until('it is left', () => events.length > 0);
      expect(events).to.deep.equal(['dismiss']);
      expect(asked).to.deep.equal([]);
    });
  });

  describe('focus', () => {
    const focused = (dialog: HTMLElement, selector: string) =>
      until(`the focus is on ${selector}`, () => focusedElement() === find(dialog, selector));

    it('is on the invoice when it opens, on what goes on while it sends, and on what failed', async () => {
      let fail: (error: unknown) => void = () => undefined;
      const failed = new BffError({ kind: 'problem', problem: problem('billecta-failed') });
      const dialog = await open('dispute', () => new Promise((_, reject) => (fail = reject)));
      await focused(dialog, '.summary');
      find(button(dialog, 'confirm'), 'button')?.focus();
      button(dialog, 'confirm').click();
      await focused(dialog, '[role=status]');
      expect(textOf(focusedElement() as HTMLElement)).to.equal('In progress…');
      fail(failed);
      await focused(dialog, '[role=alert]');
      find(button(dialog, 'confirm'), 'button')?.focus();
      button(dialog, 'confirm').click();
      await focused(dialog, '[role=status]');
      fail(refused);
      await focused(dialog, '[role=alert]');
    });
  });

  describe('properties', () => {
    it('says which invoice, and what will happen', async () => {
      const dialog = await open('dispute');
      const text = textOf(dialog).replace(/\u00a0/g, ' ');
      expect(text).to.contain('Dispute invoice');
      expect(text).to.contain('Invoice 70001, Amount due: SEK 1,000.50, due Dec 3, 2030');
      expect(text).to.contain('Reminders and debt collection stop at once');
    });

    it('says where the comment goes: nowhere, to the creditor in Billecta, or nothing while that is not known', async () => {
      const off = await openWithComments('off');
      expect(textOf(off)).to.contain('it is not sent to Billecta or the debtor');
      expect(helper(off)).to.equal(undefined);
      for (const commentsGo of ['private', 'debtor'] as const) {
        const dialog = await openWithComments(commentsGo);
        expect(textOf(dialog)).not.to.contain('neither Billecta nor the debtor');
        expect(helper(dialog)).to.equal('Also written to Billecta, where the creditor can read it.');
      }
      const unknown = await openWithComments(undefined);
      expect(textOf(unknown)).not.to.contain('neither Billecta nor the debtor');
      expect(helper(unknown)).to.equal(undefined);
    });

    it('asks whether the debtor may read the comment only where that is configured, and has no findings', async () => {
      for (const commentsGo of ['off', 'private', undefined] as const)
        expect(find(await openWithComments(commentsGo), 'limel-checkbox')).to.equal(undefined);
      const dialog = await openWithComments('debtor', { comment: 'Twice the price' });
      await until('it is there', () => find(dialog, 'input[type=checkbox]'));
      expect(textOf(dialog)).to.contain('Otherwise only the creditor can read it.');
      expect(await axeFindings(dialog)).to.deep.equal([]);
    });

    it('lets the debtor read the comment only when asked to, and only where there is one', async () => {
      const dialog = await openWithComments('debtor', { comment: ' ' });
      const box = find(dialog, 'limel-checkbox') as HTMLElement & { checked: boolean; disabled: boolean };
      expect([box.checked, box.disabled]).to.deep.equal([false, true]);
      dialog.value = { comment: 'Twice the price' };
      await until('it can be chosen', () => !box.disabled);
      expect(box.checked).to.equal(false);
      box.dispatchEvent(new CustomEvent('change', { detail: true, bubbles: true, composed: true }));
      await until('it is chosen', () => box.checked);
      button(dialog, 'confirm').click();
      await until('it is done', () => events.includes('done'));
      expect(asked).to.deep.equal([{ comment: 'Twice the price', toDebtor: true }]);
    });

    it('does not let the debtor read a comment that was taken back', async () => {
      const dialog = await openWithComments('debtor', { comment: '', toDebtor: true });
      button(dialog, 'confirm').click();
      await until('it is done', () => events.includes('done'));
      expect(asked).to.deep.equal([{}]);
    });

    it('names the act on its buttons: leave on the left, act on the right', async () => {
      const labels = async (command: CommandName) => {
        const dialog = await open(command);
        const all = findAll<Button>(dialog, 'limel-button').map(({ label }) => label);
        dialog.remove();
        return all;
      };
      expect(await labels('dispute')).to.deep.equal(['Cancel', 'Dispute invoice']);
      expect(await labels('cancel-dispute')).to.deep.equal(['Keep dispute', 'Cancel dispute']);
      expect(await labels('pause')).to.deep.equal([
        'Cancel',
        'Pause invoice',
        '1 week',
        '2 weeks',
        '30 days',
      ]);
      expect(await labels('resume')).to.deep.equal(['Cancel', 'Resume invoice']);
    });

    it('asks only for what the command takes', async () => {
      const fields = async (command: CommandName) => {
        const dialog = await open(command);
        const all = fieldsIn(dialog).map(({ localName }) => localName);
        dialog.remove();
        return all;
      };
      expect(await fields('dispute')).to.deep.equal(['limel-select', 'limel-input-field']);
      expect(await fields('pause')).to.deep.equal(['limel-input-field']);
      expect(await fields('resume')).to.deep.equal(['limel-input-field']);
      expect(await fields('cancel-dispute')).to.deep.equal(['limel-input-field']);
    });

    it('offers every reason of the contract, and none', async () => {
      const dialog = await open('dispute');
      const { options } = find<Select>(dialog, 'limel-select') as Select;
      expect(options.map(({ value }) => value)).to.deep.equal([
        '',
        'wrong-amount',
        'not-received',
        'already-paid',
        'quality',
        'wrong-recipient',
        'other',
      ]);
    });
  });

  describe('events', () => {
    it('sends reason and comment, and is done with the answer', async () => {
      const dialog = await open('dispute');
      const details: unknown[] = [];
      dialog.addEventListener('done', (event) => details.push((event as CustomEvent).detail));
      change(find(dialog, 'limel-select'), { text: 'Quality complaint', value: 'quality' });
      change(find(dialog, 'limel-input-field'), '  Broken on arrival ');
      button(dialog, 'confirm').click();
      await until('it is done', () => events.includes('done'));
      expect(asked).to.deep.equal([{ reason: 'quality', comment: 'Broken on arrival' }]);
      expect(details).to.deep.equal([answer('dispute')]);
      expect(events).to.deep.equal(['done']);
    });

    it('sends all that is typed, also when it is confirmed at once', async () => {
      const dialog = await open('dispute');
      const comment = await until('the comment is there', () => find(dialog, 'textarea'));
      comment.focus();
      document.execCommand('insertText', false, 'The first part. ');
      document.execCommand('insertText', false, 'The second, typed fast.');
      press(comment, 'Enter', { ctrlKey: true });
      await until('it is done', () => events.includes('done'));
      expect(asked).to.deep.equal([{ comment: 'The first part. The second, typed fast.' }]);
    });

    it('sends what was agreed when it starts collection again', async () => {
      const dialog = await open('cancel-dispute');
      change(find(dialog, 'limel-input-field'), 'They pay half');
      button(dialog, 'confirm').click();
      await until('it is done', () => events.includes('done'));
      expect(asked).to.deep.equal([{ comment: 'They pay half' }]);
    });

    it('sends until when, a day as the user means it', async () => {
      const dialog = await open('pause');
      typeDay(dialog, '2031-01-05');
      button(dialog, 'confirm').click();
      await until('it is done', () => events.includes('done'));
      expect(asked).to.deep.equal([{ until: '2031-01-05' }]);
    });

    it('sends nothing while the pause would end before it begins, and puts the focus on the day', async () => {
      const dialog = await open('pause');
      const day = find<HTMLInputElement>(dialog, '[type=date]') as HTMLInputElement;
      typeDay(dialog, '2020-01-05');
      button(dialog, 'confirm').click();
      await until('the day is refused', () => day.getAttribute('aria-invalid') === 'true');
      await until('the focus is on the day', () => focusedElement() === day);
      const described = day.getAttribute('aria-describedby');
      expect(find(dialog, `#${described}`)?.textContent?.trim()).to.equal('Choose a day after today.');
      expect(await axeFindings(dialog)).to.deep.equal([]);
      typeDay(dialog, '');
      await until('no day is fine', () => day.getAttribute('aria-invalid') === 'false');
      expect(asked).to.deep.equal([]);
      button(dialog, 'confirm').click();
      await until('it is done', () => events.includes('done'));
      expect(asked).to.deep.equal([{}]);
    });

    it('takes no day before tomorrow, where it is Sweden', async () => {
      const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Stockholm' }).format(new Date());
      const { min } = find<HTMLInputElement>(await open('pause'), '[type=date]') as HTMLInputElement;
      expect(Date.parse(min) - Date.parse(today)).to.equal(24 * 60 * 60 * 1000);
    });

    it('has buttons for how long pauses mostly are', async () => {
      const dialog = await open('pause');
      const spans = findAll<Button>(dialog, '[data-days]');
      expect(spans.map(({ label }) => label)).to.deep.equal(['1 week', '2 weeks', '30 days']);
      const day = find<HTMLInputElement>(dialog, '[type=date]') as HTMLInputElement;
      for (const [at, days] of [7, 14, 30].entries()) {
        spans[at]?.click();
        await until(
          'the day is filled in',
          () => Date.parse(day.value) - Date.parse(day.min) === (days - 1) * 24 * 60 * 60 * 1000,
        );
      }
      button(dialog, 'confirm').click();
      await until('it is done', () => events.includes('done'));
      expect(asked).to.deep.equal([{ until: day.value }]);
    });

    it('starts with what it is given', async () => {
      const t = await loadTranslator('en');
      const run = (input: CommandDialogInput) => {
        asked.push(input);
        return Promise.resolve(answer('dispute'));
      };
      const value = { reason: 'quality', comment: 'Broken', until: '2031-01-05' } as const;
      const given = { command: 'dispute', status: sentInvoice(), t, run, value } as const;
      const dialog = show<CommandDialog>(commandDialogTag, given);
      await until('the dialog is open', () => find(dialog, openDialog));
      button(dialog, 'confirm').click();
      await until('it is sent', () => asked.length);
      expect(asked).to.deep.equal([{ reason: 'quality', comment: 'Broken' }]);
    });

    it('sends nothing that was not filled in', async () => {
      button(await open('dispute'), 'confirm').click();
      await until('it is done', () => events.includes('done'));
      expect(asked).to.deep.equal([{}]);
    });

    it('is busy while it waits, and sends once', async () => {
      let finish: (a: InvoiceStatusAfterCommand) => void = () => undefined;
      const dialog = await open('pause', () => new Promise((resolve) => (finish = resolve)));
      button(dialog, 'confirm').click();
      button(dialog, 'confirm').click();
      await until('the button is loading', () => button(dialog, 'confirm').loading);
      button(dialog, 'dismiss').click();
      press(find(dialog, '.mdc-dialog') as HTMLElement, 'Escape');
      expect(asked).to.have.length(1);
      expect(events).to.deep.equal([]);
      finish(answer('pause'));
      await until('it is done', () => events.includes('done'));
    });

    for (const code of ['forbidden', 'right-unproven', 'not-synced', 'billecta-refused'] as const)
      it(`offers no second try after ${code}, and no reference`, async () => {
        const dialog = await open(
          'dispute',
          fails(new BffError({ kind: 'problem', problem: problem(code) })),
        );
        button(dialog, 'confirm').click();
        await until('it shows', () => find(dialog, '[role=alert]'));
        expect(button(dialog, 'confirm')).to.equal(undefined);
        expect(button(dialog, 'dismiss').label).to.equal('Close');
        expect(textOf(dialog)).not.to.contain('req-42');
        press(find(dialog, 'textarea') as HTMLElement, 'Enter', { ctrlKey: true });
        expect(asked).to.have.length(1);
      });

    it('offers another try to somebody who is logged out: what is typed is there until they have logged in', async () => {
      const out = new BffError({ kind: 'problem', problem: problem('unauthenticated') });
      const dialog = await open('dispute', fails(out), () => Promise.resolve(answer('dispute')));
      change(find(dialog, 'limel-input-field'), 'Why');
      button(dialog, 'confirm').click();
      await until('it says so', () => textOf(dialog).includes('You are logged out of Lime'));
      expect(button(dialog, 'confirm').label).to.equal('Try again');
      button(dialog, 'confirm').click();
      await until('it is done', () => events.includes('done'));
      expect(asked).to.deep.equal([{ comment: 'Why' }, { comment: 'Why' }]);
    });

    it('stays open with the reason when it fails, and tries again', async () => {
      const failed = new BffError({ kind: 'problem', problem: problem('billecta-failed') });
      const dialog = await open('dispute', fails(failed), () => Promise.resolve(answer('dispute')));
      change(find(dialog, 'limel-input-field'), 'Why');
      button(dialog, 'confirm').click();
      await until('the failure shows', () => find(dialog, '[role=alert]'));
      expect(textOf(dialog)).to.contain('Something went wrong in Billecta. Nothing was changed');
      expect(textOf(dialog)).to.contain('Reference req-42');
      expect(events).to.deep.equal([]);
      expect(button(dialog, 'confirm').label).to.equal('Try again');
      button(dialog, 'confirm').click();
      await until('it is done', () => events.includes('done'));
      expect(asked).to.deep.equal([{ comment: 'Why' }, { comment: 'Why' }]);
    });

    it('says so offline, with nothing that has to be fetched for it', async () => {
      const dialog = await open('dispute', fails(new BffError({ kind: 'offline' })));
      button(dialog, 'confirm').click();
      const alert = await until('the failure shows', () => find(dialog, '[role=alert]'));
      expect(textOf(alert)).to.contain('You are offline. Nothing was sent.');
      expect(findAll(alert, '*').filter(({ localName }) => localName.startsWith('limel-'))).to.deep.equal([]);
      expect(alert.offsetHeight).to.be.greaterThan(30);
      for (const theme of ['force-light', 'force-dark']) {
        document.documentElement.dataset.theme = theme;
        const { color, backgroundColor } = getComputedStyle(alert);
        expect(color, theme).not.to.equal(backgroundColor);
      }
    });

    it('can be left when Billecta is slow, and says where the result is shown', async () => {
      const dialog = await open('pause', () => new Promise(() => undefined));
      button(dialog, 'confirm').click();
      await until('it says so', () => textOf(dialog).includes('Billecta is answering slowly. You can close'));
      expect(button(dialog, 'dismiss').label).to.equal('Close');
      button(dialog, 'dismiss').click();
      await until('it is left', () => events.includes('dismiss'));
    });

    describe('when the answer is lost', () => {
      const lost = new BffError({
        kind: 'problem',
        problem: problem('billecta-timeout', { outcome: 'unknown' }),
      });
      let listeners: Set<(entry: InvoiceEntry) => void>;
      const tell = (status: InvoiceStatus) => {
        for (const listener of [...listeners])
          listener({ kind: 'known', status, fault: null, sending: null });
      };
      const waiting = async (command: CommandName = 'dispute', value: CommandDialogInput = {}) => {
        listeners = new Set();
        const dialog = await open(command, fails(lost), () => Promise.resolve(answer(command)));
        dialog.value = value;
        dialog.follow = (listener) => {
          listeners.add(listener);
          tell(pausedInvoice());
          return () => listeners.delete(listener);
        };
        button(dialog, 'confirm').click();
        await until('it says that it finds out', () => textOf(dialog).includes('Checking the result'));
        return dialog;
      };
      const pending = {
        id: 'c',
        name: 'dispute',
        state: 'unknown',
        requestedAt: '2025-11-03T10:00:00Z',
      } as const;

      it('can only be closed until it is known what happened', async () => {
        const dialog = await waiting();
        tell(sentInvoice({ pendingCommand: pending }));
        await dialog.updateComplete;
        expect(button(dialog, 'confirm')).to.equal(undefined);
        expect(button(dialog, 'dismiss').label).to.equal('Close');
        button(dialog, 'dismiss').click();
        await until('it is left', () => events.includes('dismiss'));
        dialog.remove();
        expect(listeners.size).to.equal(0);
      });

      it('is done when the invoice turns out to be as asked for', async () => {
        const dialog = await waiting();
        const details: InvoiceStatusAfterCommand[] = [];
        dialog.addEventListener('done', (event) => details.push((event as CustomEvent).detail));
        tell(sentInvoice({ pendingCommand: pending }));
        tell(disputedInvoice());
        await until('it is done', () => details.length);
        expect(details[0]?.disputed).not.to.equal(null);
        expect(details[0]?.command).to.include({ name: 'dispute', changed: true, state: 'confirmed' });
        expect(listeners.size).to.equal(0);
      });

      it('says so and can be tried again when nothing happened', async () => {
        const dialog = await waiting();
        tell(sentInvoice());
        await until('it says so', () => textOf(dialog).includes('Nothing was changed; try again'));
        expect(button(dialog, 'confirm').label).to.equal('Try again');
        button(dialog, 'confirm').click();
        await until('it is done', () => events.includes('done'));
        expect(asked).to.have.length(2);
      });

      it('looks at the end of a pause that was there already', async () => {
        const dialog = await waiting('pause', { changeEnd: true, until: '2099-01-05' });
        tell(pausedInvoice());
        await until('it says so', () => textOf(dialog).includes('Nothing was changed; try again'));
      });
    });

    for (const [how, move] of [
      ['a link of Lime', () => history.pushState(null, '', '/another-page')],
      [
        'going back',
        () => {
          history.replaceState(null, '', '/another-page');
          dispatchEvent(new PopStateEvent('popstate'));
        },
      ],
    ] as const)
      it(`is left when the page moves on, by ${how}`, async () => {
        const { href } = location;
        const dialog = await open('pause');
        history.replaceState(null, '', '#elsewhere');
        expect(find<HTMLElement & { open: boolean }>(dialog, 'limel-dialog')?.open).to.equal(true);
        try {
          move();
          await until('it is left', () => events.includes('dismiss'));
        } finally {
          history.replaceState(null, '', href);
        }
      });

    it('counts as left when Lime takes it away', async () => {
      const dialog = await open('pause');
      dialog.remove();
      await until('it is left', () => events.includes('dismiss'));
    });

    it('keeps the close events of its parts to itself', async () => {
      const dialog = await open('dispute');
      find(dialog, 'limel-select')?.dispatchEvent(
        new CustomEvent('close', { bubbles: true, composed: true }),
      );
      expect(events).to.deep.equal([]);
    });
  });
});

function press(target: HTMLElement, key: string, more: KeyboardEventInit = {}): void {
  const keyCode = key === 'Escape' ? 27 : 13;
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, keyCode, bubbles: true, composed: true, cancelable: true, ...more }),
  );
}

function typeDay(dialog: HTMLElement, day: string): void {
  const field = find<HTMLInputElement>(dialog, '[type=date]') as HTMLInputElement;
  field.value = day;
  field.dispatchEvent(new Event('input'));
}

function change(field: HTMLElement | undefined, detail: unknown): void {
  field?.dispatchEvent(new CustomEvent('change', { detail, bubbles: true, composed: true }));
}
