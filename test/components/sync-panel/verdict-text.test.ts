import { expect } from 'chai';
import { IssueKind } from '../../../bff/contract/admin/issues.ts';
import type { Verdict } from '../../../bff/contract/admin/status.ts';
import { loadPanelTranslator } from '../../../frontend/i18n/panel/panel-translator.ts';
import { verdictText } from '../../../frontend/sync-panel/text/verdict-text.ts';
import { okVerdict, pausedVerdict, troubleVerdict, waitingVerdict, worstIssue } from '../support/sync.ts';

const now = new Date('2025-11-03T10:00:00Z');
const nothingLost = 'New events are stored and will be applied once this is fixed.';

const wordsOf = async (verdict: Verdict, language = 'en') => {
  const words = verdictText(verdict, now, await loadPanelTranslator(language));
  return { ...words, sentence: words.sentence.replace(/\s/g, ' ') };
};
const sentence = async (verdict: Verdict) => (await wordsOf(verdict)).sentence;

describe('the first sentence of the panel', () => {
  it('says that all is well, with how many events came and when the last did', async () => {
    expect(await wordsOf(okVerdict())).to.deep.equal({
      tone: 'ok',
      icon: 'ok',
      sentence: 'Everything works: 12 events today, the last 1 min. ago',
      more: [],
      at: null,
    });
    expect(await sentence(okVerdict({ eventsToday: 1 }))).to.contain('1 event today');
    expect(await sentence(okVerdict({ eventsToday: 0, lastEventAt: '2025-11-01T10:00:00.000Z' }))).to.equal(
      'Everything works: no events today, the last one 2 days ago',
    );
  });

  it('says what to do when nothing has ever come', async () => {
    const { tone, sentence, more, at } = await wordsOf({ kind: 'quiet' });
    expect([tone, sentence, at?.tab]).to.deep.equal(['quiet', 'No events received yet', 'checks']);
    expect(more.join()).to.contain('Enter the address and the key of the webhook in Billecta');
  });

  it('says since when and why it is paused, and how much waits', async () => {
    const { tone, sentence, more } = await wordsOf(pausedVerdict());
    expect(tone).to.equal('warning');
    expect(sentence).to.equal('Processing has been paused since 10:30 AM: Moving the server');
    expect(more).to.deep.equal(['3 events are waiting.', nothingLost]);
    expect((await wordsOf(pausedVerdict({ events: 1 }))).more[0]).to.equal('1 event is waiting.');
    expect((await wordsOf(pausedVerdict({ events: 0 }))).more).to.deep.equal([nothingLost]);
  });

  it('says that events wait, and shows them, when there is only much to do', async () => {
    const { tone, sentence, more, at } = await wordsOf(waitingVerdict());
    expect(tone).to.equal('warning');
    expect(sentence).to.equal('3 events have been waiting since 10:30 AM');
    expect(more).to.deep.equal([nothingLost]);
    expect(at).to.deep.equal({ tab: 'events', id: null, query: { states: 'pending' } });
    expect((await wordsOf(waitingVerdict({ events: 1 }))).sentence).to.contain('1 event has been waiting');
  });

  it('says what is late and why, when that is known', async () => {
    const issue = { ...worstIssue, id: 'write.lime-unreachable', kind: 'write', count: 1 } as const;
    const { sentence, at } = await wordsOf(
      waitingVerdict({ issue: { ...issue, cause: 'lime-unreachable', since: '2025-11-03T08:00:00.000Z' } }),
    );
    expect(sentence).to.equal(
      'Lime has not answered since 9:00 AM. 1 object is waiting to be written to Lime.',
    );
    expect(at).to.deep.equal({ tab: 'issues', id: 'write.lime-unreachable', query: {} });
  });

  it('begins with who does not answer, and says when that is tried next', async () => {
    const issue = {
      ...worstIssue,
      id: 'read.billecta-unreachable',
      kind: 'read',
      cause: 'billecta-unreachable',
      count: 5,
      nextAttemptAt: '2025-11-03T10:00:20.000Z',
    } as const;
    for (const verdict of [waitingVerdict({ issue, events: 0 }), troubleVerdict({ issue, events: 0 })]) {
      const { sentence, more } = await wordsOf(verdict);
      expect(sentence).to.equal('Billecta has not answered since 10:00 AM. 5 invoices are waiting.');
      expect(more).to.deep.equal(['Next attempt in 20 sec.', nothingLost]);
    }
    const swedish = await wordsOf(waitingVerdict({ issue, events: 0 }), 'sv');
    expect(swedish.sentence).to.equal('Billecta har inte svarat sedan 10:00. 5 fakturor väntar.');
    expect(swedish.more[0]?.replace(/\s/g, ' ')).to.equal('Nästa försök om 20 sek.');
  });

  it('says what was over in the last hour, and how long it lasted', async () => {
    const solved = {
      kind: 'read',
      cause: 'billecta-unreachable',
      since: '2025-11-03T09:40:00.000Z',
      at: '2025-11-03T09:43:00.000Z',
    } as const;
    const { tone, more } = await wordsOf(okVerdict({ solved }));
    expect(tone).to.equal('ok');
    expect(more.map((line) => line.replace(/\s/g, ' '))).to.deep.equal([
      'Billecta does not answer: solved 10:43 AM, lasted 3 min.',
    ]);
  });

  it('says what is in trouble and leads to it', async () => {
    const { tone, sentence, more, at } = await wordsOf(troubleVerdict());
    expect(tone).to.equal('error');
    expect(sentence).to.equal(
      'Lime did not accept the values, since 10:00 AM. 2 events could not be applied.',
    );
    expect(more).to.deep.equal(['3 events are waiting.', nothingLost]);
    expect(at).to.deep.equal({ tab: 'issues', id: 'event.lime-refused', query: {} });
  });

  it('says how many more issues there are, and leads to all of them', async () => {
    const two = await wordsOf(troubleVerdict({ issues: 2, events: 0 }));
    expect(two.more).to.deep.equal(['One more issue.', nothingLost]);
    expect(two.at).to.deep.equal({ tab: 'issues', id: null, query: {} });
    expect((await wordsOf(troubleVerdict({ issues: 4 }))).more[0]).to.equal('3 more issues.');
  });

  it('does not say that nothing is lost when requests were turned away', async () => {
    const issue = { ...worstIssue, kind: 'request', cause: 'unauthenticated', count: 1 } as const;
    const { sentence, more } = await wordsOf(troubleVerdict({ issue, events: 0 }));
    expect(sentence).to.contain(
      'The webhook’s key is wrong or missing, since 10:00 AM. 1 webhook was rejected.',
    );
    expect(more).to.deep.equal([]);
  });

  it('tells the day too when it began on another', async () => {
    const since = '2025-11-01T09:30:00.000Z';
    expect(await sentence(pausedVerdict({ since }))).to.contain('paused since Nov 1, 2025, 10:30 AM:');
    expect(await sentence(waitingVerdict({ since }))).to.contain('since Nov 1, 2025, 10:30 AM');
  });

  it('counts days as Sweden does', async () => {
    expect(await sentence(pausedVerdict({ since: '2025-11-02T23:05:00.000Z' }))).to.contain(
      'since 12:05 AM:',
    );
  });

  it('has words for whatever fails', async () => {
    for (const kind of IssueKind.options) {
      const text = await sentence(troubleVerdict({ issue: { ...worstIssue, kind } }));
      expect(text, kind).not.to.contain('undefined').and.not.to.contain('{');
    }
  });
});
