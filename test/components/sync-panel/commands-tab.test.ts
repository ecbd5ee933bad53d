import { expect } from 'chai';
import type { CommandPage } from '../../../bff/contract/admin/commands.ts';
import { syncTabTags } from '../../../frontend/host/tags.ts';
import '../../../frontend/sync-panel/view/define-sync-panel-view.ts';
import { ScriptedBff } from '../support/bff.ts';
import { axeFindings, find, findAll, until } from '../support/page.ts';
import { aCommand, commandPage } from '../support/sync.ts';
import {
  change,
  clearPanel,
  click,
  filterField,
  says,
  showTab,
  sticksOut,
  wordsOf,
} from '../support/sync-tab.ts';

const planned = aCommand({
  id: 'c2',
  command: 'pause',
  by: 'schedule',
  origin: 'schedule',
  reason: null,
  comment: null,
  until: '2025-12-03',
  state: 'refused',
  trail: [{ at: '2025-11-03T08:00:00.000Z', state: 'refused', outcome: 'Fakturan är låst' }],
});

describe(syncTabTags.commands, () => {
  let bff: ScriptedBff;

  beforeEach(() => {
    bff = new ScriptedBff();
  });

  afterEach(clearPanel);

  const showCommands = async (page: CommandPage = commandPage(), fragment = 'commands') => {
    await bff.says('admin/commands', page);
    const tab = await showTab(syncTabTags.commands, bff, fragment);
    await until('it is read', () => find(tab, page.commands.length > 0 ? 'tbody tr' : '.empty h3'));
    return tab;
  };
  const csvLink = (tab: Element) => find<HTMLAnchorElement>(tab, 'a[download]') as HTMLAnchorElement;
  const rows = (tab: Element) => findAll(tab, 'tbody tr').map(wordsOf);

  describe('accessibility', () => {
    it('has no findings with commands', async () => {
      const tab = await showCommands(commandPage({ commands: [aCommand(), planned], next: 'c0' }));
      expect(await axeFindings(tab)).to.deep.equal([]);
    });

    it('has no findings without any', async () => {
      expect(await axeFindings(await showCommands(commandPage({ commands: [] })))).to.deep.equal([]);
    });

    it('fits a window of 320 pixels, all filters and outcomes open', async () => {
      const long = aCommand({
        comment: 'x'.repeat(200),
        invoice: { ...aCommand().invoice, invoiceNumber: '1'.repeat(40) },
      });
      const tab = await showCommands(commandPage({ commands: [long, planned] }), 'commands?by=ab12cd34');
      for (const each of findAll<HTMLDetailsElement>(tab, 'details')) each.open = true;
      expect(await sticksOut(tab)).to.deep.equal([]);
    });
  });

  it('tells who commanded what, why, and what came of it', async () => {
    const tab = await showCommands(commandPage({ commands: [aCommand(), planned] }));
    const [dispute, pause] = rows(tab);
    for (const each of [
      '10:00 AM Dispute invoice',
      '70001',
      'in Lime ab12cd34',
      'Wrong amount “Twice the price”',
    ])
      expect(dispute).to.contain(each);
    expect(dispute).to.contain('Confirmed');
    expect(pause).to.contain('Pause invoice until Dec 3, 2025').and.to.contain('as planned');
    expect(pause).to.contain('Refused by Billecta').and.to.contain('– Fakturan är låst');
  });

  it('tells step by step how it came to its state', async () => {
    const tab = await showCommands();
    const steps = findAll(tab, 'tbody details li').map(wordsOf);
    expect(steps).to.deep.equal([
      'Nov 3, 2025, 10:00 AM: In progress',
      'Nov 3, 2025, 10:00 AM: Confirmed – Billecta says so',
    ]);
  });

  it('says that a read has confirmed a command that nothing else was said of', async () => {
    const trail = [{ at: '2025-11-03T09:00:00.000Z', state: 'confirmed' as const, outcome: null }];
    const tab = await showCommands(commandPage({ commands: [aCommand({ trail })] }));
    expect(findAll(tab, 'tbody details li').map(wordsOf)).to.deep.equal([
      'Nov 3, 2025, 10:00 AM: Confirmed – by reading the invoice in Billecta',
    ]);
  });

  it('says so before any command, and when none is like this', async () => {
    const none = await showCommands(commandPage({ commands: [] }));
    await says(none, 'No commands yet', 'Disputes, pauses and other commands are listed here');
    await clearPanel();
    await says(
      await showCommands(commandPage({ commands: [] }), 'commands?states=failed'),
      'No matching commands',
    );
  });

  it('is exported with the filter that the list has', async () => {
    const tab = await showCommands(commandPage(), 'commands?commands=dispute&from=2025-11-01');
    const base = `/${bff.application}/limepkg-billecta-integration/admin/commands.csv`;
    const from = encodeURIComponent(new Date(2025, 10, 1).toISOString());
    expect(csvLink(tab).getAttribute('href')).to.equal(`${base}?commands=dispute&from=${from}`);
    change(filterField(tab, 'states'), { value: 'confirmed' });
    await until('the link has it too', () => csvLink(tab).href.includes('states=confirmed'));
    expect(csvLink(tab).href).to.contain('commands=dispute');
  });

  it('is exported whole without a filter', async () => {
    const tab = await showCommands();
    expect(csvLink(tab).getAttribute('href')).to.match(/\/admin\/commands\.csv$/);
  });

  it('is narrowed by the filters, which the address keeps', async () => {
    const tab = await showCommands(commandPage(), 'commands?states=confirmed');
    change(filterField(tab, 'reasons'), { value: 'quality' });
    await until(
      'both are in the address',
      () => location.hash === '#billecta/commands?states=confirmed&reasons=quality',
    );
    await until('both are asked for', async () => {
      const asked = await bff.requests('GET', 'admin/commands');
      return asked.at(-1)?.query === 'states=confirmed&reasons=quality';
    });
  });

  it('shows older ones when asked to', async () => {
    await bff.says('admin/commands', commandPage({ commands: [planned] }), { page: 'c1' });
    const tab = await showCommands(commandPage({ next: 'c1' }));
    await click(tab, 'more');
    await until('all show', () => rows(tab).length === 2);
  });

  it('keeps what was known while it cannot be read anew', async () => {
    const tab = await showCommands();
    await bff.fails('admin/commands', 'storage-unavailable');
    await click(tab, 'refresh');
    await says(tab, 'Can’t reach the server. Showing data from');
    expect(rows(tab)).to.have.length(1);
  });
});
