import { expect } from 'chai';
import { storyOf } from '../../../frontend/components/invoice-card/story.ts';
import { aReminder, ourDispute } from '../support/timelines.ts';

const inBillecta = (type: string, at: string) => aReminder({ type, at, id: `${type} ${at}` });
const cancelled = ourDispute({ id: 'c2', name: 'cancel-dispute', reason: null, comment: null });

describe('what the dispute or pause that holds now began with', () => {
  it('is the command from here, which knows why, rather than the event it caused', () => {
    const disputed = inBillecta('Disputed', '2025-11-03T10:00:01.000Z');
    expect(storyOf('disputed', [disputed, ourDispute(), aReminder()])).to.deep.equal(ourDispute());
  });

  it('is the first of several, which only changed what was there', () => {
    const later = ourDispute({ id: 'c9', at: '2025-11-07T10:00:00.000Z', comment: 'Me too' });
    expect(storyOf('disputed', [later, ourDispute()])).to.deep.equal(ourDispute());
  });

  it('is what happened in Billecta when nobody here did it', () => {
    const paused = inBillecta('Paused', '2025-11-05T10:00:00.000Z');
    expect(storyOf('paused', [paused, ourDispute()])).to.equal(paused);
  });

  it('is never an earlier one that is over', () => {
    const disputed = inBillecta('Disputed', '2025-11-06T10:00:00.000Z');
    expect(storyOf('disputed', [disputed, cancelled, ourDispute()])).to.equal(disputed);
    expect(storyOf('disputed', [inBillecta('UnDisputed', '2025-11-05'), ourDispute()])).to.equal(undefined);
  });

  it('is no command that came to nothing, and ends with none', () => {
    expect(storyOf('disputed', [ourDispute({ state: 'refused' })])).to.equal(undefined);
    expect(storyOf('disputed', [{ ...cancelled, state: 'failed' }, ourDispute()])).to.deep.equal(
      ourDispute(),
    );
  });
});
