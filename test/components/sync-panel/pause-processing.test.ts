import { expect } from 'chai';
import { syncPanelViewTag } from '../../../frontend/host/tags.ts';
import '../../../frontend/sync-panel/view/define-sync-panel-view.ts';
import { ScriptedBff } from '../support/bff.ts';
import { axeFindings, find, findAll, openDialog, until } from '../support/page.ts';
import { paused, pausedVerdict, syncStatus } from '../support/sync.ts';
import { button, change, clearPanel, click, has, offers, says, wordsOf } from '../support/sync-tab.ts';
import { showPanel } from '../support/sync-view.ts';

const post = { method: 'POST' } as const;
const pausedStatus = syncStatus({ verdict: pausedVerdict(), paused });

describe(`pausing processing in ${syncPanelViewTag}`, () => {
  let bff: ScriptedBff;

  beforeEach(async () => {
    bff = new ScriptedBff();
    await bff.says('admin/pause', { paused }, post);
    await bff.says('admin/resume', { paused: null }, post);
  });

  afterEach(clearPanel);

  const asking = async () => {
    const panel = await showPanel(bff, syncStatus());
    await click(panel, 'pause');
    await until('the dialog is open', () => find(panel, openDialog));
    return panel;
  };
  const writeWhy = (panel: Element, why: string) =>
    change(find(panel, 'limel-dialog limel-input-field'), why);
  const asked = async (path: string) => (await bff.requests('POST', path)).map(({ body }) => body);

  it('asks why, and cannot be confirmed without', async () => {
    const panel = await asking();
    await says(panel, 'Pause processing?', 'The reason is shown to everyone.');
    expect(button(panel, 'confirm')?.disabled).to.equal(true);
    expect(await axeFindings(panel)).to.deep.equal([]);
    writeWhy(panel, 'Moving the server');
    await until('it can be confirmed', () => button(panel, 'confirm')?.disabled === false);
    writeWhy(panel, '   ');
    await until('it cannot be confirmed', () => button(panel, 'confirm')?.disabled === true);
    expect(await asked('admin/pause')).to.deep.equal([]);
  });

  it('is done with what was written, and shows who paused and why', async () => {
    const panel = await asking();
    writeWhy(panel, ' Moving the server ');
    await bff.says('admin/status', pausedStatus);
    await click(panel, 'confirm');
    await says(
      panel,
      'Processing has been paused since',
      'Paused by ab12cd34 Nov 3, 2025, 10:30 AM: Moving the server',
    );
    expect(await asked('admin/pause')).to.deep.equal([{ why: 'Moving the server' }]);
    expect(has(panel, 'limel-dialog')).to.equal(false);
    expect(offers(panel, 'pause')).to.equal(false);
  });

  it('can be left, and then nothing is paused', async () => {
    const panel = await asking();
    writeWhy(panel, 'Moving the server');
    find(panel, 'limel-dialog [data-button=dismiss]')?.click();
    await until('the dialog is gone', () => !find(panel, 'limel-dialog'));
    expect(await asked('admin/pause')).to.deep.equal([]);
  });

  it('begins without the words of the time before', async () => {
    const panel = await asking();
    writeWhy(panel, 'Moving the server');
    await until('it can be confirmed', () => button(panel, 'confirm')?.disabled === false);
    find(panel, 'limel-dialog [data-button=dismiss]')?.click();
    await until('the dialog is gone', () => !find(panel, 'limel-dialog'));
    await click(panel, 'pause');
    await until('it is asked again', () => find(panel, 'limel-dialog'));
    expect(button(panel, 'confirm')?.disabled).to.equal(true);
  });

  it('tells when it fails', async () => {
    await bff.fails('admin/pause', 'storage-unavailable', post);
    const panel = await asking();
    writeWhy(panel, 'Moving the server');
    await click(panel, 'confirm');
    await says(panel, '(Reference req-42)');
    const told = findAll(panel, '[role=status]').find((each) => wordsOf(each).includes('req-42'));
    expect(told?.className).to.equal('');
    await until('it can be tried again', () => button(panel, 'pause')?.disabled === false);
  });

  it('is over when somebody resumes', async () => {
    const panel = await showPanel(bff, pausedStatus);
    await says(panel, 'Paused by ab12cd34');
    await bff.says('admin/status', syncStatus());
    await click(panel, 'resume');
    await says(panel, 'Everything works');
    await until('it can be paused again', () => button(panel, 'pause'));
    expect(await asked('admin/resume')).to.have.length(1);
    expect(wordsOf(panel)).not.to.contain('Paused by');
  });
});
