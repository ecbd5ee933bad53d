import { expect } from 'chai';
import { ownTasks, rememberTask } from '../../../frontend/bff/tasks/own-tasks.ts';
import { runOf } from '../../../frontend/commands/bulk/bulk-run-of.ts';
import { offerOwnTasks } from '../../../frontend/commands/bulk/offer-own-tasks.ts';
import { bulkDialogTag } from '../../../frontend/host/tags.ts';
import { problem, ScriptedBff } from '../support/bff.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { clearPage, find, textOf, until } from '../support/page.ts';
import { endedTask, runningTask } from '../support/tasks.ts';

const selection = { filter: { key: '_id', op: 'IN', exp: [1001] } };

describe('a task that was begun before the page was loaded', () => {
  let bff: ScriptedBff;
  let platform: FakePlatform;

  beforeEach(() => {
    bff = new ScriptedBff();
    platform = new FakePlatform(bff.application);
  });

  afterEach(clearPage);

  const begin = async () => {
    const follower = await runOf(bff.application, 'invoice', 'dispute', selection).begin({}, 'key-1');
    follower.stop();
  };
  const own = () => ownTasks(bff.application).map(({ id }) => id);

  it('is offered while it is under way, and how it has ended when it has', async () => {
    await bff.hasTask(runningTask());
    await begin();
    expect(own()).to.deep.equal(['t1']);
    await offerOwnTasks(platform);
    await until('it is offered', () => platform.notifications.length === 1);
    expect(platform.notifications[0]).to.equal('Continues in the background: Dispute invoices.');
    await bff.hasTask(endedTask());
    await until('its end is shown', () => platform.notifications.length === 2);
    expect(platform.notifications[1]).to.match(/^Dispute invoices: Done 10, /);
    expect(own()).to.deep.equal([]);
  });

  it('shows its outcome when it has ended meanwhile, in its dialog too', async () => {
    await bff.hasTask(endedTask());
    await begin();
    platform.accepts = true;
    await offerOwnTasks(platform);
    const dialog = await until('its dialog is open', () => find(document.body, bulkDialogTag));
    await until('it says the outcome', () => textOf(dialog).includes('15 of 15 processed'));
    expect(platform.notifications).to.have.length(1);
  });

  it('is forgotten when the service has it no more, and kept when it cannot be asked', async () => {
    rememberTask({ id: 'gone', application: bff.application, limetype: 'invoice', command: 'pause' });
    const at = { method: 'GET', path: 'tasks/gone' } as const;
    await bff.answers({ ...at, status: 502, body: problem('lime-failed') });
    await offerOwnTasks(platform);
    expect(own()).to.deep.equal(['gone']);
    await bff.answers({ ...at, status: 404, body: problem('not-found') });
    await offerOwnTasks(platform);
    expect(own()).to.deep.equal([]);
    expect(platform.notifications).to.deep.equal([]);
  });
});
