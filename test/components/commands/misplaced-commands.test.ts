import { expect } from 'chai';
import { bulkCommandClasses } from '../../../frontend/commands/bulk/bulk-commands.ts';
import { registerCommands } from '../../../frontend/commands/register-commands.ts';
import { bulkDialogTag, commandDialogTag } from '../../../frontend/host/tags.ts';
import { commandClasses } from '../../../frontend/shared/commands/commands.ts';
import { ScriptedBff } from '../support/bff.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { clearPage, find, openDialog, until } from '../support/page.ts';
import { sentInvoice } from '../support/statuses.ts';
import { aCount } from '../support/tasks.ts';

const notAnInvoice = 'This is not an invoice. Open an invoice and try again there.';
const filter = { key: 'id', op: 'IN', exp: [1003] };

describe('a command that is run where it has no invoice', () => {
  let bff: ScriptedBff;
  let platform: FakePlatform;

  beforeEach(async () => {
    bff = new ScriptedBff();
    platform = new FakePlatform(bff.application);
    registerCommands(platform);
    await bff.holds(sentInvoice({ limeId: 1003 }));
    await bff.counts(aCount());
  });

  afterEach(clearPage);

  /** As Lime does it: creates the command without arguments, then assigns what it has. */
  const run = (commandClass: new () => object, fields: object): Promise<void> => {
    const bus = platform.get('commandBus') as { handle(command: object): Promise<void> };
    return bus.handle(Object.assign(new commandClass(), fields));
  };
  const asked = async () => (await bff.log()).requests.filter(({ path }) => path !== 'names');

  const contexts: Record<string, [unknown, string]> = {
    'no context': [undefined, notAnInvoice],
    'a context of null': [null, notAnInvoice],
    'an empty context': [{}, notAnInvoice],
    'a context without a limetype': [{ limetype: null, id: 1003 }, notAnInvoice],
    'a debtor': [{ limetype: 'debtor', id: 1003 }, notAnInvoice],
    'a context without an id': [{ limetype: 'invoice' }, 'Save the invoice first.'],
    'an invoice that is not saved': [{ limetype: 'invoice', id: null }, 'Save the invoice first.'],
  };
  for (const [name, [context, words]] of Object.entries(contexts))
    it(`says so on ${name}, and does nothing`, async () => {
      await run(commandClasses.dispute, { context });
      expect(platform.notifications).to.deep.equal([words]);
      expect(platform.dialogs.size).to.equal(0);
      expect(await asked()).to.deep.equal([]);
    });

  const selections: Record<string, object> = {
    'neither context nor filter': { context: undefined },
    'a context of null': { context: null, filter },
    'no limetype': { context: { limetype: null }, filter },
    'no filter': { context: { limetype: 'invoice' } },
    debtors: { context: { limetype: 'debtor' }, filter },
    'all debtors': { context: { limetype: 'debtor' }, filter: null },
  };
  for (const [name, fields] of Object.entries(selections))
    it(`says so on a selection of ${name}, and does nothing`, async () => {
      await run(bulkCommandClasses.pause, fields);
      expect(platform.notifications).to.deep.equal(['Select invoices first.']);
      expect(platform.dialogs.size).to.equal(0);
      expect(await asked()).to.deep.equal([]);
    });

  it('says so in the language of the session', async () => {
    platform.speak('sv');
    await run(commandClasses.dispute, { context: { limetype: 'debtor', id: 1003 } });
    expect(platform.notifications[0]).to.match(/^Det här är ingen faktura\./);
  });

  it('is run where this Lime calls its invoices so, and tells the service where that was', async () => {
    await bff.says('names', { invoiceLimetype: 'faktura' });
    const one = run(commandClasses.dispute, { context: { limetype: 'faktura', id: 1003 } });
    (await button(commandDialogTag, 'confirm')).click();
    await one;
    void run(bulkCommandClasses.pause, { context: { limetype: 'faktura' }, filter });
    await until('it is counted', async () => (await bff.requests('POST', 'tasks/count')).length);
    for (const { query } of await asked())
      expect(new URLSearchParams(query).get('limetype') ?? 'faktura').to.equal('faktura');
    expect((await bff.requests('POST', 'invoices/1003/dispute')).map(({ query }) => query)).to.deep.equal([
      'limetype=faktura',
    ]);
    expect((await bff.requests('POST', 'tasks/count')).map(({ query }) => query)).to.deep.equal([
      'limetype=faktura',
    ]);
    localStorage.removeItem(`limepkg-billecta-integration/${bff.application}/invoice-limetype`);
  });

  it('opens again in the same tick in which Lime has taken its dialog away', async () => {
    const kinds = [
      [commandDialogTag, () => run(commandClasses.dispute, { context: { limetype: 'invoice', id: 1003 } })],
      [bulkDialogTag, () => run(bulkCommandClasses.pause, { context: { limetype: 'invoice' }, filter })],
    ] as const;
    for (const [tag, again] of kinds) {
      const first = again();
      await opened(tag);
      const [id] = platform.dialogs.keys();
      (platform.get('dialog') as { destroy(id: unknown): void }).destroy(id);
      const second = again();
      await opened(tag);
      await first;
      const third = again();
      await third;
      expect(platform.dialogs.size).to.equal(1);
      (await button(tag, 'dismiss')).click();
      await second;
      expect(platform.dialogs.size).to.equal(0);
    }
  });

  const opened = (tag: string) =>
    until(`${tag} is open`, () => {
      const dialog = document.querySelector<HTMLElement>(tag);
      return dialog && find(dialog, openDialog) && dialog;
    });
  const button = async (tag: string, name: string) => {
    const dialog = await opened(tag);
    return until(`${name} is there`, () => find(dialog, `[data-button=${name}]`));
  };

  it('is refused at once where Lime says that the user may only read invoices, and nothing is asked', async () => {
    const limetypes = { invoice: { acl: { read: true, update: false } } };
    platform.register('state.limetypes', {
      subscribe: (callback: (state: unknown) => void) => {
        callback(limetypes);
        return () => undefined;
      },
    });
    await run(commandClasses.pause, { context: { limetype: 'invoice', id: 1003 } });
    await run(bulkCommandClasses.pause, { context: { limetype: 'invoice' }, filter });
    expect(platform.alerts.map(({ title }) => title)).to.deep.equal(['Pause invoice', 'Pause invoices']);
    expect(platform.alerts[0]?.message).to.contain('not change it');
    expect(await asked()).to.deep.equal([]);
  });
});
