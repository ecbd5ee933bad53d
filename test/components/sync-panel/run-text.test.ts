import { expect } from 'chai';
import { loadPanelTranslator } from '../../../frontend/i18n/panel/panel-translator.ts';
import { foundText, isUnderWay, progressOf } from '../../../frontend/sync-panel/text/run-text.ts';
import { finishedRun, runUnderWay } from '../support/sync-runs.ts';

const words = async (...run: Parameters<typeof finishedRun>) =>
  foundText(finishedRun(...run), await loadPanelTranslator('en'));

describe('what a reconciliation has found', () => {
  it('is that all is the same, but only once it has ended', async () => {
    expect(await words({ found: 0, resolved: 0 })).to.equal('No differences');
    expect(foundText(runUnderWay(), await loadPanelTranslator('en'))).to.equal('');
  });

  it('is how many invoices differed', async () => {
    expect(await words()).to.equal('2 invoices differed');
    expect(await words({ found: 1, resolved: 1 })).to.equal('1 invoice differed');
  });

  it('is told with how many have been read again, until all have', async () => {
    expect(await words({ found: 5, resolved: 2 })).to.equal('5 invoices differed; 2 of 5 read again');
  });

  it('is told with how many wait for the next run, which are not read before', async () => {
    expect(await words({ found: 5, resolved: 4, deferred: 1 })).to.equal(
      '5 invoices differed; 1 waits for the next run',
    );
    expect(await words({ found: 5, resolved: 1, deferred: 2 })).to.equal(
      '5 invoices differed; 1 of 3 read again; 2 wait for the next run',
    );
  });
});

describe('how far a reconciliation has come', () => {
  it('is not known while the lists are read', () => {
    expect(progressOf({ total: null, compared: 0 })).to.equal(null);
  });

  it('is what has been compared of all, and everything of nothing', () => {
    expect(progressOf(runUnderWay())).to.equal(0.25);
    expect(progressOf({ total: 0, compared: 0 })).to.equal(1);
  });

  it('goes on after an interruption', () => {
    expect((['running', 'interrupted'] as const).every((state) => isUnderWay({ state }))).to.equal(true);
    expect((['finished', 'failed'] as const).some((state) => isUnderWay({ state }))).to.equal(false);
  });
});
