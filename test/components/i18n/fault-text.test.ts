import { expect } from 'chai';
import { NotAllowedReason } from '../../../bff/contract/invoice-status.ts';
import { ProblemCode } from '../../../bff/contract/problem.ts';
import { faultText } from '../../../frontend/i18n/fault-text.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';
import { problem } from '../support/bff.ts';

const words = async (language: string, ...said: Parameters<typeof problem>) =>
  faultText({ kind: 'problem', problem: problem(...said) }, await loadTranslator(language));

describe('the words for what went wrong', () => {
  for (const language of ['en', 'sv', 'no', 'da', 'fi', 'de', 'nl']) {
    it(`exist for every problem code in ${language}`, async () => {
      const texts = await Promise.all(ProblemCode.options.map((code) => words(language, code)));
      for (const { text, heading, reference } of texts) {
        expect(text).to.match(/^[A-ZÅÄÖ].{15,}[.…]$/);
        expect(heading).not.to.equal('');
        if (reference) expect(reference).to.contain('req-42');
      }
    });

    it(`exist for every reason in ${language}`, async () => {
      const texts = await Promise.all(
        NotAllowedReason.options.map(
          async (reason) => (await words(language, 'not-allowed', { reason })).text,
        ),
      );
      expect(new Set(texts).size).to.equal(NotAllowedReason.options.length);
      for (const text of texts) expect(text).to.match(/\.$/);
    });
  }

  it('have the reference only where somebody can look for the cause', async () => {
    expect((await words('en', 'billecta-failed')).reference).to.equal('Reference req-42');
    for (const code of ['forbidden', 'unauthenticated', 'billecta-refused'] as const)
      expect(await words('en', code), code).not.to.have.property('reference');
  });

  it('quote what Billecta itself says', async () => {
    const said = { billectaMessage: 'Fakturan är låst' };
    expect((await words('en', 'billecta-refused', said)).text).to.equal(
      'Billecta did not accept the command: “Fakturan är låst”',
    );
    expect((await words('sv', 'billecta-refused', said)).text).to.equal(
      'Billecta godkände inte åtgärden: ”Fakturan är låst”',
    );
    expect((await words('en', 'billecta-refused')).text).to.equal(
      'Billecta did not accept the command and gave no reason.',
    );
  });

  it('are what to do for an invoice that is not synced', async () => {
    const { text } = await words('en', 'not-synced');
    expect(text).to.match(/^This invoice is not synced with Billecta yet\. Send it to Billecta first/);
  });

  it('do not claim that nothing happened when that is not known', async () => {
    const t = await loadTranslator('en');
    expect(faultText({ kind: 'timeout' }, t)).to.deep.equal({
      heading: 'Checking the result',
      text: 'The server did not answer in time. Checking the result…',
      tone: 'caution',
    });
    expect(faultText({ kind: 'network' }, t).heading).to.equal('Checking the result');
    expect(await words('en', 'billecta-unreachable', { outcome: 'unknown' })).to.include({
      heading: 'Checking the result',
      text: 'Billecta cannot be reached just now. Checking the result…',
      tone: 'caution',
    });
    expect(await words('en', 'billecta-timeout')).to.include({
      heading: 'Couldn’t complete the command',
      text: 'Billecta did not answer in time. Nothing was changed; try again in a while.',
    });
    expect(faultText({ kind: 'offline' }, t)).to.deep.equal({
      heading: 'Couldn’t complete the command',
      text: 'You are offline. Nothing was sent. Try again when you are back online.',
      tone: 'warning',
    });
    expect((await words('en', 'forbidden')).tone).to.equal('warning');
  });

  it('exist for what the BFF did not say itself', async () => {
    const t = await loadTranslator('sv');
    expect(faultText({ kind: 'network' }, t).text).to.contain('Kontrollera anslutningen');
    expect(faultText({ kind: 'unreadable', status: 502 }, t).text).to.contain('Oväntat svar från servern');
    expect(faultText({ kind: 'left-out' }, t).text).to.contain('finns inte i Lime');
  });
});
