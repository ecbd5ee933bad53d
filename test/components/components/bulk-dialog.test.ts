import { expect } from 'chai';
import type { CommandName } from '../../../bff/contract/command.ts';
import { pageTasks } from '../../../frontend/bff/tasks/page-tasks.ts';
import { runOf } from '../../../frontend/commands/bulk/bulk-run-of.ts';
import type { BulkDialog } from '../../../frontend/components/bulk-dialog/bulk-dialog.ts';
import type { BulkDialogEnd, BulkRun } from '../../../frontend/components/bulk-dialog/bulk-run.ts';
import { focusedElement } from '../../../frontend/host/focus.ts';
import { bulkDialogTag } from '../../../frontend/host/tags.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';
import '../../../frontend/components/bulk-dialog/define-bulk-dialog.ts';
import { problem, ScriptedBff } from '../support/bff.ts';
import { axeFindings, clearPage, find, namesIn, openDialog, show, textOf, until } from '../support/page.ts';
import { aCount, endedTask, failedItem, runningTask } from '../support/tasks.ts';

type Button = HTMLElement & { label: string; loading: boolean; disabled: boolean };

const selection = { filter: { key: '_id', op: 'IN', exp: [1001, 1002] } };
const nothingAllowed = { total: 2, allowed: 0, notAllowed: [{ reason: 'closed', count: 2 }] } as const;

describe(bulkDialogTag, () => {
  let bff: ScriptedBff;
  let left: BulkDialogEnd[];

  beforeEach(async () => {
    bff = new ScriptedBff();
    left = [];
    await bff.counts(aCount());
  });

  afterEach(clearPage);

  const open = async (
    command: CommandName,
    more: Partial<BulkDialog> = {},
    run: BulkRun = runOf(bff.application, 'invoice', command, selection),
  ) => {
    const t = await loadTranslator('en');
    const dialog = show<BulkDialog>(bulkDialogTag, { command, t, run, ...more });
    const heard = left;
    dialog.addEventListener('dismiss', (event) => {
      const { detail } = event as CustomEvent<BulkDialogEnd>;
      detail.follower?.stop();
      heard.push(detail);
    });
    await until('the dialog is open', () => find(dialog, openDialog));
    return dialog;
  };
  const counted = async (command: CommandName = 'dispute', more: Partial<BulkDialog> = {}) => {
    const dialog = await open(command, more);
    await sees(dialog, /\d+ of \d+ can /);
    return dialog;
  };
  const button = (dialog: HTMLElement, name: string) =>
    find<Button>(dialog, `[data-button=${name}]`) as Button;
  const sees = (dialog: HTMLElement, words: string | RegExp) =>
    until(`it says ${words}`, () => textOf(dialog).match(words));
  const begun = () => bff.requests('POST', 'tasks');

  /** Fills the question and begins, and waits until the task shows. */
  const following = async () => {
    await bff.hasTask(runningTask({ state: 'finished', endedAt: '2026-11-24T09:00:00.000Z' }));
    const dialog = await counted();
    await bff.hasTask(runningTask());
    button(dialog, 'confirm').click();
    await sees(dialog, '4 of 15 processed');
    return dialog;
  };

  describe('a pause of invoices of which some are paused already', () => {
    beforeEach(async () => {
      await bff.hasTask(runningTask());
    });

    const paused = aCount({ allowed: 0, total: 2, notAllowed: [{ reason: 'already-paused', count: 2 }] });
    type Checkbox = HTMLElement & { label: string; checked: boolean };
    const checkbox = (dialog: HTMLElement) => find<Checkbox>(dialog, 'limel-checkbox');
    const tick = async (dialog: BulkDialog) => {
      checkbox(dialog)?.dispatchEvent(new CustomEvent('change', { detail: true }));
      await dialog.updateComplete;
    };

    it('leaves these alone unless the user wants their end changed, and says how many', async () => {
      await bff.counts(aCount({ ...paused, allowed: 12, total: 14 }));
      const dialog = await counted('pause');
      expect(checkbox(dialog)?.checked).to.equal(false);
      expect(checkbox(dialog)?.label).to.equal('Also change the end date of 2 that are already paused');
      button(dialog, 'confirm').click();
      const [plain] = await until('it has begun', async () => {
        const tasks = await begun();
        return tasks.length > 0 ? tasks : undefined;
      });
      expect(plain?.body).not.to.have.property('changeEnd');
    });

    it('is worth beginning for these alone, once that is ticked', async () => {
      await bff.counts(paused);
      const dialog = await counted('pause');
      expect(button(dialog, 'confirm').disabled).to.equal(true);
      await tick(dialog);
      expect(button(dialog, 'confirm').disabled).to.equal(false);
      button(dialog, 'confirm').click();
      const [task] = await until('it has begun', async () => {
        const tasks = await begun();
        return tasks.length > 0 ? tasks : undefined;
      });
      expect(task?.body).to.include({ command: 'pause', changeEnd: true });
    });

    it('has no such choice where none is paused, or for another command', async () => {
      expect(checkbox(await counted('pause'))).to.equal(undefined);
      await bff.counts(paused);
      expect(checkbox(await counted('resume'))).to.equal(undefined);
    });
  });

  it('says before it starts collection again that some invoices may stay stopped', async () => {
    expect(textOf(await counted('resume'))).to.contain('both paused and disputed stay stopped');
    expect(textOf(await counted('dispute'))).not.to.contain('stay stopped.');
  });

  it('says that comments are written to Billecta too, but never asks to show them to debtors', async () => {
    for (const [commentsGo, words] of [
      ['debtor', 'Also written to Billecta, where the creditor can read it.'],
      ['private', 'Also written to Billecta, where the creditor can read it.'],
      ['off', undefined],
    ] as const) {
      const dialog = await counted('dispute', { commentsGo });
      const field = find<HTMLElement & { helperText?: string }>(dialog, 'limel-input-field');
      expect(field?.helperText, commentsGo).to.equal(words);
      expect(find(dialog, 'limel-checkbox')).to.equal(undefined);
    }
  });

  describe('accessibility', () => {
    it('has no findings while it counts, and announces it', async () => {
      await bff.answers({ method: 'POST', path: 'tasks/count', hold: true });
      const dialog = await open('dispute');
      expect(find(dialog, '[role=status]')?.textContent).to.contain('Checking the selected invoices…');
      expect(await axeFindings(dialog)).to.deep.equal([]);
      await bff.release();
    });

    for (const command of ['dispute', 'cancel-dispute', 'pause', 'resume'] as const) {
      it(`has no findings when it asks to ${command}`, async () => {
        expect(await axeFindings(await counted(command, { everything: true }))).to.deep.equal([]);
      });
    }

    it('has no findings after a failure, which is announced', async () => {
      await bff.answers({ method: 'POST', path: 'tasks/count', status: 403, body: problem('forbidden') });
      const dialog = await open('dispute');
      await until('the failure shows', () => find(dialog, '[role=alert]'));
      expect(await axeFindings(dialog)).to.deep.equal([]);
    });

    it('has a name, and so has everything in it, for who hears it', async () => {
      const dialog = await counted('pause');
      await until('the comment is there', () => find(dialog, 'textarea'));
      await until('all is named', () => namesIn(dialog).includes('textbox Comment'));
      expect(namesIn(dialog)).to.include.members(['alertdialog Pause invoices', 'note Pause invoices']);
    });

    it('has no findings while it follows', async () => {
      expect(await axeFindings(await following())).to.deep.equal([]);
    });

    it('is left by Escape, and begins nothing', async () => {
      const dialog = await counted();
      pressEscape(dialog);
      await until('it is left', () => left.length);
      expect(left).to.deep.equal([{}]);
      expect(await begun()).to.deep.equal([]);
    });
  });

  describe('focus', () => {
    const focused = (dialog: HTMLElement, selector: string) =>
      until(`the focus is on ${selector}`, () => {
        const element = focusedElement();
        return element && find(dialog, selector)?.shadowRoot?.activeElement === element
          ? element
          : element === find(dialog, selector);
      });
    const press = (dialog: HTMLElement, name: string) => {
      find(button(dialog, name), 'button')?.focus();
      button(dialog, name).click();
    };

    it('is on the counting, on the count, and on why it could not be counted', async () => {
      await bff.answers({ method: 'POST', path: 'tasks/count', hold: true });
      const dialog = await open('dispute');
      await focused(dialog, '.waiting');
      await bff.answers({ method: 'POST', path: 'tasks/count', status: 502, body: problem('lime-failed') });
      await bff.release();
      await focused(dialog, '.summary');
      clearPage();
      const failing = await open('dispute');
      await focused(failing, '[role=alert]');
      press(failing, 'confirm');
      await focused(failing, '.summary');
    });

    it('is on how far it has come, on what failed, and at the end on the button that closes', async () => {
      await bff.answers({ method: 'POST', path: 'tasks', hold: true });
      const dialog = await counted();
      await bff.hasTask(runningTask());
      press(dialog, 'confirm');
      await focused(dialog, '.status');
      await bff.release();
      await focused(dialog, '.bar [role=status]');
      await bff.answers({
        method: 'POST',
        path: 'tasks/t1/cancel',
        status: 502,
        body: problem('lime-failed'),
      });
      press(dialog, 'cancel');
      await focused(dialog, '[role=alert]');
      await bff.answers({ method: 'POST', path: 'tasks/t1/cancel', hold: true });
      press(dialog, 'cancel');
      await focused(dialog, '.bar [role=status]');
      await bff.release();
      await sees(dialog, 'Finishing what has started');
      await focused(dialog, '.bar [role=status]');
      await bff.hasTask(endedTask());
      await focused(dialog, '[data-button=dismiss]');
    });
  });

  describe('properties', () => {
    it('cannot be confirmed while it counts', async () => {
      await bff.answers({ method: 'POST', path: 'tasks/count', hold: true });
      const dialog = await open('dispute');
      expect(button(dialog, 'confirm').disabled).to.equal(true);
      button(dialog, 'confirm').click();
      await bff.release();
      await sees(dialog, '12 of 15 can be disputed');
      expect(button(dialog, 'confirm').disabled).to.equal(false);
      expect(await begun()).to.deep.equal([]);
    });

    it('says of how many it can be run, and why not of the others', async () => {
      await bff.counts(aCount({ hidden: 3 }));
      const dialog = await counted();
      const text = textOf(dialog);
      expect(text).to.contain('6 are skipped').and.to.contain('Applies to everyone');
      expect(button(dialog, 'confirm').label).to.equal('Dispute invoices (12)');
      expect(text).to.contain('12 of 15 can be disputed');
      expect(text).to.contain('Not synced 2').and.to.contain('Paid, credited or cancelled 1');
      expect(text).to.contain('Not in Lime, or not visible to you 3');
      expect(text).to.contain('Reminders and debt collection stop at once');
    });

    it('asks nothing when nothing can be done, and cannot be confirmed', async () => {
      await bff.counts(aCount({ ...nothingAllowed, notAllowed: [...nothingAllowed.notAllowed] }));
      const dialog = await counted();
      expect(textOf(dialog)).to.contain('0 of 2 can be disputed').and.not.to.contain('Reminders');
      expect(find(dialog, 'limel-select')).to.equal(undefined);
      expect(button(dialog, 'confirm').disabled).to.equal(true);
      button(dialog, 'confirm').click();
      button(dialog, 'dismiss').click();
      await until('it is left', () => left.length);
      expect(await begun()).to.deep.equal([]);
    });

    it('tries invoices that are not known yet', async () => {
      const notAllowed = [{ reason: 'not-known-yet', count: 2 } as const];
      await bff.counts(aCount({ total: 2, allowed: 0, notAllowed }));
      const dialog = await counted();
      expect(textOf(dialog)).to.contain('Not loaded from Billecta yet; will still be attempted: 2');
      expect(button(dialog, 'confirm').disabled).to.equal(false);
    });

    it('warns when all invoices are selected', async () => {
      expect(textOf(await counted('pause', { everything: true }))).to.contain('All invoices are selected');
      clearPage();
      expect(textOf(await counted('pause'))).not.to.contain('All invoices are selected');
    });

    it('asks only for what the command takes', async () => {
      const asks = async (command: CommandName) => {
        const dialog = await counted(command);
        const fields = ['limel-select', '[type=date]', 'limel-input-field[type=textarea]'];
        const all = fields.filter((field) => find(dialog, field));
        dialog.remove();
        return all;
      };
      expect(await asks('dispute')).to.deep.equal(['limel-select', 'limel-input-field[type=textarea]']);
      expect(await asks('pause')).to.deep.equal(['[type=date]', 'limel-input-field[type=textarea]']);
      expect(await asks('resume')).to.deep.equal(['limel-input-field[type=textarea]']);
      expect(await asks('cancel-dispute')).to.deep.equal(['limel-input-field[type=textarea]']);
    });

    it('shows a task at once when it is given one', async () => {
      await bff.hasTask(runningTask());
      const dialog = await open('dispute', { follower: pageTasks(bff.application, 'invoice').follow('t1') });
      await sees(dialog, '4 of 15 processed');
      expect(await bff.requests('POST', 'tasks/count')).to.deep.equal([]);
    });
  });

  describe('events', () => {
    it('begins with what is filled in, once, however often the button is pressed', async () => {
      await bff.answers({ method: 'POST', path: 'tasks', hold: true });
      await bff.hasTask(endedTask());
      const dialog = await counted();
      change(find(dialog, 'limel-select'), { text: 'Quality complaint', value: 'quality' });
      change(find(dialog, 'limel-input-field'), '  Broken on arrival ');
      for (let i = 0; i < 3; i++) button(dialog, 'confirm').click();
      await until('the button is loading', () => button(dialog, 'confirm').loading);
      button(dialog, 'confirm').click();
      button(dialog, 'dismiss').click();
      pressEscape(dialog);
      await until('it is asked for', async () => (await begun()).length);
      await bff.release();
      await sees(dialog, '15 of 15 processed');
      const bodies = (await begun()).map(({ body }) => body);
      const input = { reason: 'quality', comment: 'Broken on arrival' };
      expect(bodies).to.deep.equal([{ command: 'dispute', ...selection, ...input }]);
      expect(left).to.deep.equal([]);
    });

    it('sends until when', async () => {
      await bff.hasTask(endedTask());
      const dialog = await counted('pause');
      typeDay(dialog, '2031-01-05');
      button(dialog, 'confirm').click();
      await sees(dialog, '15 of 15 processed');
      expect((await begun())[0]?.body).to.deep.equal({
        command: 'pause',
        ...selection,
        until: '2031-01-05',
      });
    });

    it('begins nothing while the pause would end before it begins', async () => {
      const dialog = await counted('pause', { value: { until: '2020-01-05' } });
      button(dialog, 'confirm').click();
      await dialog.updateComplete;
      expect(button(dialog, 'confirm').loading).to.equal(false);
      expect(await begun()).to.deep.equal([]);
    });

    it('counts again when it could not be counted', async () => {
      await bff.answers({ method: 'POST', path: 'tasks/count', status: 502, body: problem('lime-failed') });
      const dialog = await open('dispute');
      await sees(dialog, 'Something went wrong in Lime');
      expect(textOf(dialog)).to.contain('Reference req-42');
      expect(button(dialog, 'confirm').label).to.equal('Try again');
      button(dialog, 'confirm').click();
      await sees(dialog, '12 of 15 can be disputed');
      expect(textOf(dialog)).not.to.contain('Something went wrong');
      expect(await begun()).to.deep.equal([]);
    });

    it('offers no second try where none can help', async () => {
      await bff.answers({ method: 'POST', path: 'tasks/count', status: 403, body: problem('forbidden') });
      const dialog = await open('dispute');
      await sees(dialog, 'You do not have permission');
      expect(button(dialog, 'confirm')).to.equal(undefined);
      expect(button(dialog, 'dismiss').label).to.equal('Close');
      expect(textOf(dialog)).not.to.contain('req-42');
    });

    it('says why it could not begin, and wants the same thing when it is tried again', async () => {
      await bff.answers({ method: 'POST', path: 'tasks', status: 503, body: problem('storage-unavailable') });
      await bff.hasTask(endedTask());
      const dialog = await counted();
      change(find(dialog, 'limel-input-field'), 'Why');
      button(dialog, 'confirm').click();
      await sees(dialog, 'cannot store anything just now');
      expect(button(dialog, 'confirm').label).to.equal('Try again');
      button(dialog, 'confirm').click();
      await sees(dialog, '15 of 15 processed');
      const [first, second] = await begun();
      expect(second?.body).to.deep.equal(first?.body);
      expect(second?.headers['idempotency-key']).to.equal(first?.headers['idempotency-key']);
    });

    it('follows the task until it has ended, and is then closed', async () => {
      const dialog = await following();
      expect(button(dialog, 'dismiss').label).to.equal('Continue in the background');
      await bff.hasTask(endedTask());
      await sees(dialog, '15 of 15 processed');
      await sees(dialog, '70003 70004');
      expect(button(dialog, 'dismiss').label).to.equal('Close');
      button(dialog, 'dismiss').click();
      await until('it is left', () => left.length);
    });

    it('cancels the rest', async () => {
      const dialog = await following();
      button(dialog, 'cancel').click();
      button(dialog, 'cancel').click();
      await sees(dialog, 'Finishing what has started');
      expect(await bff.requests('POST', 'tasks/t1/cancel')).to.have.length(1);
    });

    it('says why it could not be cancelled, and goes on showing the task', async () => {
      const dialog = await following();
      await bff.answers({ method: 'POST', path: 'tasks/t1/cancel', status: 403, body: problem('forbidden') });
      button(dialog, 'cancel').click();
      await sees(dialog, 'You do not have permission to change this invoice in Lime.');
      expect(textOf(dialog)).to.contain('4 of 15 processed');
      button(dialog, 'cancel').click();
      await sees(dialog, 'Finishing what has started');
      expect(textOf(dialog)).not.to.contain('You may not change');
    });

    it('undoes what it has changed by the opposite command, on those invoices alone', async () => {
      const done = { ...failedItem(), outcome: 'done', code: undefined, billectaMessage: undefined } as const;
      const items = [
        { ...done, limeId: 1001 },
        { ...done, limeId: 1002, remark: 'end-changed' } as const,
        ...endedTask().items,
      ];
      const whys = [{ outcome: 'done', remark: 'end-changed', count: 1 } as const];
      const counts = { waiting: 0, done: 2, unchanged: 0, refused: 2, failed: 2, cancelled: 0 };
      await bff.hasTask(endedTask({ command: 'pause', items, whys, counts }));
      const dialog = await counted('pause');
      button(dialog, 'confirm').click();
      await until('undo is offered', () => button(dialog, 'undo')?.label === 'Undo (1)');
      await bff.hasTask(runningTask({ id: 't2', command: 'resume' }));
      await bff.answers({ method: 'POST', path: 'tasks', status: 202, body: { taskId: 't2' } });
      button(dialog, 'undo').click();
      await sees(dialog, '4 of 15 processed');
      expect((await begun()).at(-1)?.body).to.deep.equal({ command: 'resume', invoiceIds: [1001] });
      expect(button(dialog, 'undo')).to.equal(undefined);
    });

    it('tries the failed ones again', async () => {
      await bff.hasTask(endedTask());
      const dialog = await open('dispute', { follower: pageTasks(bff.application, 'invoice').follow('t1') });
      await sees(dialog, '15 of 15 processed');
      button(dialog, 'retry').click();
      await sees(dialog, '13 of 15 processed');
      expect(await bff.requests('POST', 'tasks/t1/retry-failed')).to.have.length(1);
      expect(textOf(dialog)).not.to.contain('70003');
    });

    it('is left to itself while the task goes on, and says with which', async () => {
      const dialog = await following();
      button(dialog, 'dismiss').click();
      button(dialog, 'dismiss').click();
      await until('it is left', () => left.length);
      expect(left.map(({ follower }) => follower?.view.id)).to.deep.equal(['t1']);
      expect(await bff.requests('POST', 'tasks/t1/cancel')).to.deep.equal([]);
    });

    it('finds the same command that is under way already, and shows it when asked to', async () => {
      await bff.hasTask(runningTask());
      const dialog = await counted();
      await sees(dialog, 'In progress: 4 of 15 processed');
      button(dialog, 'show').click();
      await until('the task shows', () => button(dialog, 'cancel'));
      expect(await begun()).to.deep.equal([]);
    });

    it('finds no other command and no task that has ended', async () => {
      await bff.hasTask(runningTask({ id: 't1', command: 'pause' }));
      await bff.hasTask(endedTask({ id: 't2' }));
      const dialog = await counted();
      await until('it has asked', async () => (await bff.requests('GET', 'tasks')).length);
      await dialog.updateComplete;
      expect(button(dialog, 'show')).to.equal(undefined);
    });

    it('counts as left when Lime takes it away', async () => {
      const dialog = await counted();
      dialog.remove();
      await until('it is left', () => left.length);
      expect(document.body.classList.contains('mdc-dialog-scroll-lock')).to.equal(false);
    });

    it('keeps the close events of its parts to itself', async () => {
      const dialog = await counted();
      find(dialog, 'limel-select')?.dispatchEvent(
        new CustomEvent('close', { bubbles: true, composed: true }),
      );
      expect(find<HTMLElement & { open: boolean }>(dialog, 'limel-dialog')?.open).to.equal(true);
      expect(left).to.deep.equal([]);
    });
  });
});

function pressEscape(dialog: HTMLElement): void {
  const options = { key: 'Escape', keyCode: 27, bubbles: true, composed: true, cancelable: true };
  find(dialog, '.mdc-dialog')?.dispatchEvent(new KeyboardEvent('keydown', options));
}

function typeDay(dialog: HTMLElement, day: string): void {
  const field = find<HTMLInputElement>(dialog, '[type=date]') as HTMLInputElement;
  field.value = day;
  field.dispatchEvent(new Event('input'));
}

function change(field: HTMLElement | undefined, detail: unknown): void {
  field?.dispatchEvent(new CustomEvent('change', { detail, bubbles: true, composed: true }));
}
