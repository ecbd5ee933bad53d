import { expect } from 'chai';
import type { CommandResult } from '../../../bff/contract/command.ts';
import { outcomeWords } from '../../../frontend/commands/outcome-words.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';
import { disputedInvoice } from '../support/statuses.ts';

const disputed = 'Invoice 70001 is disputed. Collection has stopped.';

async function words(commentSent: CommandResult['commentSent'], language = 'en') {
  const command = { id: 'c1', name: 'dispute', state: 'confirmed', changed: true, commentSent } as const;
  return outcomeWords({ ...disputedInvoice(), command }, await loadTranslator(language));
}

describe('the words for what came of a command', () => {
  it('say when the comment did not reach Billecta, or nobody knows', async () => {
    expect(await words('failed')).to.equal(`${disputed} The comment could not be written to Billecta.`);
    expect(await words('unknown')).to.equal(`${disputed} Whether the comment reached Billecta is not known.`);
    expect(await words('failed', 'sv')).to.match(/Kommentaren kunde inte skrivas till Billecta\.$/);
  });

  it('say nothing of a comment that went where it should', async () => {
    for (const sent of ['private', 'debtor', null] as const) expect(await words(sent)).to.equal(disputed);
  });
});
