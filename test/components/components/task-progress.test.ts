import { expect } from 'chai';
import { NotAllowedReason } from '../../../bff/contract/invoice-status.ts';
import { ProblemCode } from '../../../bff/contract/problem.ts';
import type { TaskItem } from '../../../bff/contract/task.ts';
import { problemGroups } from '../../../frontend/components/task-progress/problem-groups.ts';
import type { TaskProgressElement } from '../../../frontend/components/task-progress/task-progress.ts';
import { taskProgressTag } from '../../../frontend/host/tags.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';
import '../../../frontend/components/task-progress/define-task-progress.ts';
import { axeFindings, clearPage, find, findAll, show, textOf, until } from '../support/page.ts';
import { endedTask, failedItem, runningTask } from '../support/tasks.ts';

type Bar = HTMLElement & { value: number; indeterminate: boolean };

const showTask = async (properties: Partial<TaskProgressElement>, language = 'en') => {
  const t = await loadTranslator(language);
  const element = show<TaskProgressElement>(taskProgressTag, {
    t,
    urlOf: (limeId: number) => `/client/${limeId}`,
    ...properties,
  });
  await until('the bar is there', () => find(element, 'limel-linear-progress[role=progressbar]'));
  return element;
};
const ended = () => ({ task: endedTask(), problems: endedTask().items });
const button = (element: Element, name: string) =>
  find<HTMLElement & { disabled: boolean }>(element, `[data-button=${name}]`);

describe(taskProgressTag, () => {
  afterEach(clearPage);

  describe('accessibility', () => {
    const states: Record<string, Partial<TaskProgressElement>> = {
      'while it is read': {},
      'while it is under way': { task: runningTask() },
      'while it is cancelled': { task: runningTask({ state: 'cancelling' }) },
      'when it cannot be read': { task: runningTask(), lost: true },
      'when it has ended': ended(),
    };
    for (const [name, properties] of Object.entries(states)) {
      it(`has no findings ${name}`, async () => {
        expect(await axeFindings(await showTask(properties))).to.deep.equal([]);
      });
    }

    it('announces how far it has come', async () => {
      const element = await showTask({ task: runningTask() });
      const status = find(element, '[role=status]');
      expect(status?.textContent?.trim()).to.equal('4 of 15 processed');
      const { counts } = runningTask();
      element.task = runningTask({ counts: { ...counts, waiting: 5, done: 10 } });
      await element.updateComplete;
      expect(find(element, '[role=status]')).to.equal(status);
      expect(status?.textContent?.trim()).to.equal('10 of 15 processed');
    });
  });

  describe('properties', () => {
    it('shows a bar as long as what has been handled', async () => {
      const element = await showTask({ task: runningTask() });
      expect(find<Bar>(element, 'limel-linear-progress')?.value).to.be.closeTo(4 / 15, 0.001);
      expect(button(element, 'cancel')).to.exist;
      expect(find(element, 'a')).to.equal(undefined);
    });

    it('shows a bar without length while nothing is known', async () => {
      const element = await showTask({});
      expect(find<Bar>(element, 'limel-linear-progress')?.indeterminate).to.equal(true);
      expect(button(element, 'cancel')).to.equal(undefined);
    });

    it('says that what has begun is finished, and cannot be cancelled twice', async () => {
      const element = await showTask({ task: runningTask({ state: 'cancelling' }) });
      expect(textOf(element)).to.contain('Finishing what has started');
      expect(button(element, 'cancel')).to.equal(undefined);
    });

    it('says that it cannot be read just now, and keeps what was known', async () => {
      const element = await showTask({ task: runningTask(), lost: true });
      expect(textOf(element)).to.contain('The task continues').and.to.contain('4 of 15 processed');
    });

    it('ends with what succeeded, and what did not, by reason and with the invoices', async () => {
      const element = await showTask(ended());
      const text = textOf(element);
      expect(text).to.contain('Done 10').and.to.contain('No change needed 1');
      expect(text).to.contain('Not synced (2) 1001 1002');
      expect(text).to.contain('Billecta did not accept the command: “Fakturan är låst” (2) 70003 70004');
      expect(text).not.to.contain('Not started');
    });

    it('leads to the invoices, by their names in Lime', async () => {
      const [first, ...others] = endedTask().items;
      const problems = [{ ...first, name: 'Draft for Vasa' } as TaskItem, ...others];
      const element = await showTask({ ...ended(), problems });
      const links = findAll<HTMLAnchorElement>(element, '.invoices a');
      expect(links.map(({ textContent }) => textContent)).to.deep.equal([
        'Draft for Vasa',
        '1002',
        '70003',
        '70004',
      ]);
      expect(links[0]?.getAttribute('href')).to.equal('/client/1001');
    });

    it('offers to retry only where something failed', async () => {
      const { counts } = endedTask();
      const element = await showTask({ task: endedTask({ counts: { ...counts, failed: 0 } }) });
      expect(button(element, 'retry')).to.equal(undefined);
    });

    it('speaks the language of the session', async () => {
      const element = await showTask(ended(), 'sv');
      expect(textOf(element)).to.contain('Klara 10').and.to.contain('Inte synkad (2)');
    });
  });

  describe('events', () => {
    it('says that the rest is to be cancelled, and that the failed ones are to be tried again', async () => {
      const heard: string[] = [];
      const element = await showTask({ task: runningTask() });
      for (const name of ['cancel', 'retry']) element.addEventListener(name, () => heard.push(name));
      button(element, 'cancel')?.click();
      element.task = endedTask();
      await element.updateComplete;
      button(element, 'retry')?.click();
      expect(heard).to.deep.equal(['cancel', 'retry']);
    });

    it('says nothing while it is busy', async () => {
      const heard: string[] = [];
      const element = await showTask({ task: runningTask(), busy: true });
      element.addEventListener('cancel', () => heard.push('cancel'));
      button(element, 'cancel')?.click();
      expect(heard).to.deep.equal([]);
    });
  });
});

describe('the reasons why invoices were not commanded', () => {
  it('have words, whatever the reason and whatever failed', async () => {
    const t = await loadTranslator('en');
    const whys = [
      ...NotAllowedReason.options.map((reason) => ({ outcome: 'refused' as const, reason, count: 1 })),
      ...ProblemCode.options.map((code) => ({ outcome: 'failed' as const, code, count: 1 })),
    ];
    const groups = problemGroups({ whys }, [], t);
    for (const { words } of groups) expect(words).to.match(/^[A-Z].+/);
    expect(groups).to.have.length(whys.length);
  });

  it("tell Billecta's different words apart", async () => {
    const t = await loadTranslator('en');
    const problems = [
      failedItem({ invoiceNumber: '1' }),
      failedItem({ invoiceNumber: '2', billectaMessage: 'Fakturan är såld' }),
      failedItem({ invoiceNumber: '3' }),
    ];
    const whys = [{ outcome: 'failed' as const, code: 'billecta-refused' as const, count: 3 }];
    expect(
      problemGroups({ whys }, problems, t).map(({ words, invoices }) => [
        words,
        ...invoices.map(({ name }) => name),
      ]),
    ).to.deep.equal([
      ['Billecta did not accept the command: “Fakturan är låst”', '1', '3'],
      ['Billecta did not accept the command: “Fakturan är såld”', '2'],
    ]);
  });

  it('name some invoices, and say how many more there are', async () => {
    const problems = Array.from({ length: 30 }, (_, n) => failedItem({ invoiceNumber: String(n) }));
    const task = endedTask({ whys: [{ outcome: 'failed', code: 'billecta-refused', count: 40 }] });
    const element = await showTask({ task, problems });
    expect(textOf(element)).to.contain('(40) 0 1 2 3 4 5 6 7 8 9 10 11 and 28 more');
    clearPage();
  });
});
