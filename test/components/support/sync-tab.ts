import { adminClient } from '../../../frontend/bff/admin/admin-client.ts';
import { readAddress, watchAddress } from '../../../frontend/host/address.ts';
import { loadPanelTranslator } from '../../../frontend/i18n/panel/panel-translator.ts';
import type { PanelTab } from '../../../frontend/sync-panel/tabs/panel-tab.ts';
import { type PanelRoute, parseRoute } from '../../../frontend/sync-panel/view/panel-route.ts';
import type { ScriptedBff } from './bff.ts';
import { clearPage, find, findAll, openDialog, show, textOf, until } from './page.ts';

export type Button = HTMLElement & { label: string; disabled: boolean; loading: boolean };

let stopFollowing: (() => void) | undefined;

/** A tab of the panel as the panel shows it: at this place, and following the address from then on. */
export async function showTab<T extends PanelTab>(
  tag: string,
  bff: ScriptedBff,
  fragment: string,
  properties: Partial<T> = {},
): Promise<T> {
  history.replaceState(null, '', `#billecta/${fragment}`);
  const t = await loadPanelTranslator('en');
  const route = parseRoute(fragment);
  const element = show<T>(tag, { client: adminClient(bff.application), route, t, ...properties });
  stopFollowing = watchAddress(() => {
    element.route = routeNow();
  });
  return element;
}

/** Where the address says that we are. */
export const routeNow = (): PanelRoute => parseRoute(readAddress());

/** Takes the tab out of the page, and our part out of the address; a dialog of Lime's only once it is open. */
export async function clearPanel(): Promise<void> {
  await dialogsOpened(document.body);
  stopFollowing?.();
  clearPage();
  history.replaceState(null, '', location.pathname + location.search);
}

/** What is read in the element: with plain spaces, and none before a stop where one text ends and another begins. */
export const wordsOf = (element: Element): string =>
  textOf(element)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,:;](\s|$))/g, '');

/** Waits until the element says all of this; fails with what it says instead. */
export async function says(element: Element, ...texts: string[]): Promise<void> {
  const missing = () => texts.filter((text) => !wordsOf(element).includes(text));
  await until(`it says ${texts}`, () => missing().length === 0).catch(() => {
    if (missing().length > 0) throw new Error(`It does not say “${missing()}”: ${wordsOf(element)}`);
  });
}

export const button = (element: Element, name: string): Button | undefined =>
  find<Button>(element, `[data-button=${name}]`);

/** Whether there is one. A failed test can print that; an element of Lime's is endless. */
export const has = (element: Element, selector: string): boolean => find(element, selector) !== undefined;
export const offers = (element: Element, name: string): boolean => button(element, name) !== undefined;

/** Nobody answers a dialog before it is open all the way; Lime's throws when it is gone before that. */
async function dialogsOpened(element: Element): Promise<void> {
  for (const dialog of findAll(element, 'limel-dialog'))
    await until('the dialog is open', () => find(dialog, openDialog));
}

/** Clicks a button as soon as it is there and can be clicked. */
export async function click(element: Element, name: string): Promise<void> {
  const ready = await until(`there is a button ${name}`, () => {
    const found = button(element, name);
    return found && !found.disabled ? found : undefined;
  });
  await dialogsOpened(element);
  ready.click();
}

/** Chooses, writes or switches, as Lime's fields tell it. */
export function change(field: Element | undefined, detail: unknown): void {
  if (!field) throw new Error('There is no such field');
  field.dispatchEvent(new CustomEvent('change', { detail, bubbles: true, composed: true }));
}

export const filterField = (element: Element, name: string): Element | undefined =>
  find(element, `[data-filter=${name}]`);

/**
 * Whatever of ours sticks out to the right of an element as wide as the narrowest window; the insides of Lime's
 * components, and what only screen readers get, do not count.
 */
export async function sticksOut(element: HTMLElement): Promise<string[]> {
  element.style.width = '320px';
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const edge = element.getBoundingClientRect().right;
  return findAll(element, '*')
    .filter((each) => !isInsideLime(each) && !each.closest('.visually-hidden, thead'))
    .filter((each) => each.getBoundingClientRect().right > edge + 1)
    .map(({ localName, className }) => `${localName}.${className}`);
}

function isInsideLime(element: Element): boolean {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host.localName.startsWith('limel-');
}
