import { expect } from 'chai';
import type { TimelineEntry } from '../../../bff/contract/timeline.ts';
import type { InvoiceTimeline } from '../../../frontend/components/invoice-timeline/invoice-timeline.ts';
import type { TimelinePages } from '../../../frontend/components/invoice-timeline/timeline-pages.ts';
import { invoiceTimelineTag } from '../../../frontend/host/tags.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';
import '../../../frontend/components/invoice-card/define-invoice-card-view.ts';
import { problem } from '../support/bff.ts';
import { axeFindings, clearPage, find, findAll, show, textOf, until } from '../support/page.ts';
import { aNotice, aReminder, ourDispute, plannedResumeIsOver } from '../support/timelines.ts';

type Known = Extract<TimelinePages, { kind: 'known' }>;

const known = (entries: TimelineEntry[], more: Partial<Known> = {}): TimelinePages => ({
  kind: 'known',
  entries,
  next: null,
  billecta: true,
  more: 'idle',
  ...more,
});
const everything = [plannedResumeIsOver(), ourDispute(), aNotice(), aReminder()];
const unreachable = { kind: 'problem', problem: problem('lime-unreachable') } as const;

describe(invoiceTimelineTag, () => {
  afterEach(clearPage);

  const showTimeline = async (pages: TimelinePages, language = 'en') => {
    const t = await loadTranslator(language);
    const element = show<InvoiceTimeline>(invoiceTimelineTag, { pages, t });
    await element.updateComplete;
    return element;
  };
  const kinds = (element: HTMLElement) => findAll(element, 'li').map(({ dataset }) => dataset.kind);
  const heard = (element: HTMLElement) => {
    const events: string[] = [];
    for (const name of ['more', 'retry', 'change']) element.addEventListener(name, () => events.push(name));
    return events;
  };

  describe('accessibility', () => {
    const states: Record<string, TimelinePages> = {
      'while it is read': { kind: 'loading' },
      'after a failure': { kind: 'failed', fault: unreachable },
      'when it is empty': known([]),
      'with every kind of entry, and more of them': known(everything, { next: 'x' }),
      'without Billecta': known([ourDispute()], { billecta: false }),
    };
    for (const [when, pages] of Object.entries(states)) {
      it(`has no findings ${when}`, async () => {
        const element = await showTimeline(pages);
        await until('its filter is there', () => find(element, 'input[type=radio]'));
        expect(await axeFindings(element)).to.deep.equal([]);
      });
    }

    it('is filtered by keyboard, as a group with a name', async () => {
      const element = await showTimeline(known(everything));
      const radios = await until('its filter is there', () => {
        const all = findAll<HTMLInputElement>(element, 'input[type=radio]');
        return all.length === 3 ? all : undefined;
      });
      expect(find(element, '[role=group]')?.getAttribute('aria-label')).to.equal('Show');
      radios[2]?.click();
      await until('only commands are left', () => kinds(element).join() === 'plan-ended,command');
    });
  });

  describe('properties', () => {
    it('says that a program did it, which Billecta calls API', async () => {
      const element = await showTimeline(known([aReminder({ by: 'API' })]));
      expect(textOf(element)).to.contain('via Billecta’s API').and.not.to.contain('in Billecta');
    });

    it('keeps the order of the server, also within one minute', async () => {
      const types = ['Completed', 'OverPayment', 'Paid', 'InvoiceSent', 'Attested'];
      const element = await showTimeline(
        known(types.map((type, at) => aReminder({ type, id: `e${9 - at}` }))),
      );
      expect(findAll(element, 'li > span').map(textOf)).to.deep.equal([
        'Closed',
        'Overpayment',
        'Payment received',
        'Invoice sent',
        'Invoice attested',
      ]);
    });

    it('tells what happened, from where, why and when, newest first', async () => {
      const element = await showTimeline(known(everything));
      expect(kinds(element)).to.deep.equal(['plan-ended', 'command', 'notice', 'billecta']);
      const [plan, command, , event] = findAll(element, 'li').map((item) => textOf(item));
      expect(plan)
        .to.contain('The plan to resume on Nov 9, 2025 has ended')
        .and.contain('The end date was removed');
      expect(command).to.match(/^Disputed Nov 3, 2025, 11:00.AM from Lime · Wrong amount “Twice the price”$/);
      expect(event).to.contain('Reminder sent').and.contain('in Billecta by Robot');
    });

    it('tells what came of a command that came to nothing, or is not settled', async () => {
      const states = {
        refused: 'Refused by Billecta',
        failed: 'Could not be done',
        unknown: 'Checking with Billecta…',
      };
      for (const [state, words] of Object.entries(states)) {
        const element = await showTimeline(known([ourDispute({ state: state as 'refused' })]));
        expect(textOf(element), state).to.contain(`from Lime · Wrong amount · ${words}`);
      }
    });

    it('tells why autogiro failed, in words, and quotes a reason that has none', async () => {
      const notices = {
        'autogiro-failed': 'Autogiro failed',
        'autogiro-renewed': 'Autogiro to be retried',
        'approval-failed': 'Autogiro approval failed',
        'approval-changed': 'Autogiro approval changed',
      };
      for (const [notice, title] of Object.entries(notices)) {
        const element = await showTimeline(known([aNotice({ notice: notice as 'autogiro-failed' })]));
        await until('the reason is told', () => textOf(element).includes('Insufficient funds'));
        expect(textOf(element)).to.contain(title).and.contain('in Billecta · Insufficient funds');
      }
      const element = await showTimeline(known([aNotice({ reason: 'XYZ' })]));
      await until('the reason is told', () => textOf(element).includes('Unknown reason (XYZ)'));
    });

    it('tells whether the invoice reached the debtor, and quotes why not', async () => {
      const notice = { notice: 'undelivered', reason: 'NoCoverage is no code here' } as const;
      const failed = await showTimeline(known([aNotice(notice)]));
      expect(textOf(failed)).to.contain('Not delivered').and.contain('“NoCoverage is no code here”');
      const delivered = await showTimeline(known([aNotice({ notice: 'delivered', reason: null })]));
      expect(textOf(delivered))
        .to.contain('Delivered')
        .and.match(/in Billecta$/);
    });

    it('tells whether a comment reached Billecta, and who reads it there', async () => {
      const words = {
        private: 'Comment sent to Billecta',
        debtor: 'Comment sent to Billecta and the debtor',
        failed: 'The comment could not be written to Billecta',
        unknown: 'It is unknown whether the comment reached Billecta',
      };
      for (const [commentSent, told] of Object.entries(words)) {
        const element = await showTimeline(known([ourDispute({ commentSent: commentSent as 'private' })]));
        expect(textOf(element)).to.contain(`from Lime · Wrong amount · ${told} “Twice the price”`);
      }
    });

    it('tells events that we have no words for as Billecta tells them', async () => {
      const element = await showTimeline(
        known([aReminder({ type: 'EvictionMessageSentToDebtor', title: 'Vräkning' })]),
      );
      expect(textOf(element)).to.contain('Vräkning');
    });

    it('is in the language of the session, days and times too', async () => {
      const element = await showTimeline(known(everything), 'sv');
      expect(textOf(element)).to.contain('Påminnelse skickad').and.contain('från Lime · Fel belopp');
      expect(textOf(element)).to.contain('3 nov. 2025 11:00');
    });

    it('says when there is nothing, and when Billecta cannot be asked', async () => {
      expect(textOf(await showTimeline(known([])))).to.contain('Nothing here yet.');
      const ours = await showTimeline(known([ourDispute()], { billecta: false }));
      expect(textOf(ours)).to.contain('Only commands made here are shown.');
    });
  });

  describe('events', () => {
    it('asks for more, and is busy meanwhile', async () => {
      const element = await showTimeline(known(everything, { next: 'x' }));
      const events = heard(element);
      find(element, '[data-button=more]')?.click();
      expect(events).to.deep.equal(['more']);
      element.pages = known(everything, { next: 'x', more: 'loading' });
      await element.updateComplete;
      expect(find<HTMLElement & { loading: boolean }>(element, '[data-button=more]')?.loading).to.equal(true);
    });

    it('asks to read again after a failure, of the first page or of more', async () => {
      const element = await showTimeline({ kind: 'failed', fault: unreachable });
      const events = heard(element);
      find(element, '[data-button=retry]')?.click();
      element.pages = known(everything, { next: 'x', more: unreachable });
      await element.updateComplete;
      expect(kinds(element)).to.have.length(4);
      find(element, '[data-button=retry]')?.click();
      expect(events).to.deep.equal(['retry', 'more']);
    });

    it('keeps the change of its filter to itself', async () => {
      const element = await showTimeline(known(everything));
      const events = heard(element);
      const button = { id: 'billecta', title: 'Billecta', selected: true };
      find(element, 'limel-button-group')?.dispatchEvent(
        new CustomEvent('change', { detail: button, bubbles: true, composed: true }),
      );
      await until("only Billecta's are left", () => kinds(element).join() === 'notice,billecta');
      expect(events).to.deep.equal([]);
    });
  });
});
