import { readApplication } from '../host/application.ts';
import { registerComponent } from '../host/registrations.ts';
import { invoiceCardTag, invoiceStatusTag, syncPanelTag } from '../host/tags.ts';
import type { LimeWebComponentPlatform } from '../host/types.ts';
import { loadTranslator } from '../i18n/load-translator.ts';

/** Where each component can be placed, as Lime's pickers look for it (docs/facts/lime.md 5). */
const offered = {
  card: { tag: invoiceCardTag, icon: 'invoice', place: 'card-widget' },
  status: { tag: invoiceStatusTag, icon: 'billing', place: 'card-widget' },
  panel: { tag: syncPanelTag, icon: 'synchronize', place: 'start-page' },
} as const;

/** Offers our components in Lime 7's pickers, in the language of the session, once the page can create them. */
export async function registerComponents(platform: LimeWebComponentPlatform): Promise<void> {
  const t = await loadTranslator(readApplication(platform).language);
  for (const name of ['card', 'status', 'panel'] as const) {
    const { tag, icon, place } = offered[name];
    const [title, description] = [t.text(`component.${name}`), t.text(`component.${name}.about`)];
    await customElements.whenDefined(tag);
    registerComponent(platform, tag, { title, description, icon, tags: [place, 'billecta'] });
  }
}
