import { expect } from 'chai';
import { EventState } from '../../../bff/contract/admin/events.ts';
import { Cause } from '../../../bff/contract/cause.ts';
import { loadPanelTranslator, type PanelTranslator } from '../../../frontend/i18n/panel/panel-translator.ts';
import {
  eventState,
  eventStates,
  eventTones,
  outcomeText,
} from '../../../frontend/sync-panel/text/event-lines.ts';
import { pretty, valueText } from '../../../frontend/sync-panel/text/pretty.ts';
import { anEvent, deadEvent } from '../support/sync.ts';

const now = new Date('2025-11-03T10:00:00Z');

describe('what came of an event', () => {
  let t: PanelTranslator;
  beforeEach(async () => {
    t = await loadPanelTranslator('en');
  });
  const words = (event: ReturnType<typeof anEvent>) => outcomeText(event, now, t);
  const retried = (nextAttemptAt: string) =>
    words(deadEvent({ state: 'pending', attempts: 2, cause: 'lime-unreachable', nextAttemptAt }));

  it('is told in the words of whoever applied it', () => {
    expect(words(anEvent())).to.equal('stage is now sent');
    expect(words(anEvent({ outcome: null }))).to.equal('');
  });

  it('is told by its cause when it failed', () => {
    expect(words(deadEvent({ outcome: 'HTTP 401' }))).to.equal('Lime did not accept the values');
    for (const cause of Cause.options) expect(words(deadEvent({ cause }))).to.match(/^[A-Z].{3,}$/);
  });

  it('is told with when it is tried again', () => {
    const soon = 'Lime does not answer; next retry';
    expect(retried('2025-11-03T10:00:20.000Z')).to.equal(`${soon} in 20 sec`);
    expect(retried('2025-11-03T10:12:00.000Z')).to.equal(`${soon} in 12 min`);
    expect(retried('2025-11-03T13:00:00.000Z')).to.equal(`${soon} in 3 hr`);
    expect(retried('2025-11-03T09:59:00.000Z')).to.equal(`${soon} now`);
  });

  it('is not told to be tried again before it has been tried', () => {
    const nextAttemptAt = '2025-11-03T10:00:20.000Z';
    expect(words(anEvent({ state: 'pending', attempts: 0, outcome: null, nextAttemptAt }))).to.equal('');
  });

  it('is that it waits while Lime does not have its invoice', () => {
    const waitsFor = { actionPublicId: 'a-50500', limeId: null, invoiceNumber: '50500' };
    const waiting = anEvent({ waitsFor });
    expect(words(waiting)).to.equal('Waiting to be written to Lime: invoice 50500 is not in Lime');
    expect(eventState(waiting, t)).to.deep.equal(['quiet', 'Waiting for Lime']);
    expect(eventState(anEvent(), t)).to.deep.equal(['ok', 'Applied']);
    expect(eventState(deadEvent({ waitsFor }), t)).to.deep.equal(['error', 'Failed']);
    expect(words(anEvent({ waitsFor: { ...waitsFor, invoiceNumber: null } }))).to.contain('invoice a-50500');
  });

  it('is told with how often it came again', () => {
    expect(words(anEvent({ duplicates: 1 }))).to.equal('stage is now sent; received once more');
    expect(words(anEvent({ duplicates: 3, outcome: null }))).to.equal('received 3 more times');
  });

  it('has a word and a tone for every state, red for what somebody has to mend', () => {
    expect(eventStates).to.have.members(EventState.options);
    for (const state of eventStates) expect(t.panel(`event-state.${state}`)).to.match(/^[A-Z]/);
    expect(eventStates.filter((state) => eventTones[state] === 'error')).to.have.members([
      'dead',
      'unreadable',
    ]);
  });
});

describe('what stands in a request', () => {
  it('is formatted where it is JSON, and otherwise as it came', () => {
    expect(pretty('{"a":[1,"ö"]}')).to.equal('{\n  "a": [\n    1,\n    "ö"\n  ]\n}');
    expect(pretty('{"a":')).to.equal('{"a":');
    expect(pretty('')).to.equal('');
  });

  it('has a word for a field without a value, and keeps what looks like none', () => {
    for (const none of [null, undefined, '']) expect(valueText(none, 'nothing')).to.equal('nothing');
    expect(valueText(0, 'nothing')).to.equal('0');
    expect(valueText(false, 'nothing')).to.equal('false');
    expect(valueText({ key: 'sent' }, 'nothing')).to.equal('{"key":"sent"}');
  });
});
