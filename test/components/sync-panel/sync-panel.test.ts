import { expect } from 'chai';
import { syncPanelTag } from '../../../frontend/host/tags.ts';
import type { SyncPanel } from '../../../frontend/sync-panel/view/sync-panel.ts';
import '../../../frontend/elements.ts';
import { ScriptedBff } from '../support/bff.ts';
import { FakePlatform } from '../support/fake-platform.ts';
import { show } from '../support/page.ts';
import { okVerdict, syncStatus } from '../support/sync.ts';
import { clearPanel, says } from '../support/sync-tab.ts';

describe(syncPanelTag, () => {
  afterEach(clearPanel);

  const knows = async (eventsToday: number) => {
    const bff = new ScriptedBff();
    await bff.says('admin/status', syncStatus({ verdict: okVerdict({ eventsToday }) }));
    return bff;
  };

  it('shows the panel of the application that Lime has open', async () => {
    const bff = await knows(7);
    const panel = show<SyncPanel>(syncPanelTag, { platform: new FakePlatform(bff.application) });
    await says(panel, 'Everything works: 7 events today');
  });

  it('shows that of another when it is put there', async () => {
    const [one, other] = [await knows(7), await knows(8)];
    const panel = show<SyncPanel>(syncPanelTag, { platform: new FakePlatform(one.application) });
    await says(panel, '7 events today');
    panel.platform = new FakePlatform(other.application);
    await says(panel, '8 events today');
    expect(await one.requests('GET', 'admin/status')).not.to.deep.equal([]);
  });

  it('speaks the language of the session', async () => {
    const bff = await knows(7);
    const platform = new FakePlatform(bff.application);
    const panel = show<SyncPanel>(syncPanelTag, { platform });
    await says(panel, 'As of Nov 3, 2025');
    platform.speak('sv');
    await says(panel, '3 nov. 2025');
  });
});
