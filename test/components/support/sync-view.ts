import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import { syncPanelViewTag } from '../../../frontend/host/tags.ts';
import type { SyncPanelView } from '../../../frontend/sync-panel/view/sync-panel-view.ts';
import type { ScriptedBff } from './bff.ts';
import { find, show, until } from './page.ts';

/** The whole panel at a place that the address names. */
export function openPanel(bff: ScriptedBff, fragment = 'overview', language = 'en'): SyncPanelView {
  history.replaceState(null, '', `#billecta/${fragment}`);
  const application = { name: bff.application, language };
  return show<SyncPanelView>(syncPanelViewTag, { application });
}

/** The same once its first sentence shows. */
export async function showPanel(
  bff: ScriptedBff,
  status: AdminStatus,
  fragment?: string,
): Promise<SyncPanelView> {
  await bff.says('admin/status', status);
  const panel = openPanel(bff, fragment);
  await until('the first sentence shows', () => find(panel, '.verdict'));
  return panel;
}

/** Has the panel read its status again, as a tab does after it has done something. */
export function readAgain(panel: SyncPanelView): void {
  const [tab] = [...(panel.shadowRoot?.querySelectorAll('*') ?? [])].filter(({ localName }) =>
    localName.includes('-sync-'),
  );
  if (!tab) throw new Error('There is no tab');
  tab.dispatchEvent(new CustomEvent('changed', { bubbles: true, composed: true }));
}
