import type { AxeResults, RunOptions } from 'axe-core';

declare const axe: { run(context: Element, options?: RunOptions): Promise<AxeResults> };

/** Puts an element with these properties into the page, as Lime does: properties first. */
export function show<T extends HTMLElement>(tag: string, properties: Partial<T> = {}): T {
  const element = Object.assign(document.createElement(tag), properties) as T;
  document.body.append(element);
  return element;
}

/** Takes our elements out of the page, dialogs included, and puts the theme back. */
export function clearPage(): void {
  for (const element of [...document.body.children])
    if (element.localName.startsWith('lwc-')) element.remove();
  document.documentElement.removeAttribute('data-theme');
}

/**
 * Lime's dialog throws, where nobody can catch it, when it is taken away while it opens: nothing in it can have the focus
 * then. That harms nobody, and would fail whichever test is under way.
 */
addEventListener(
  'error',
  (event) => {
    if (event.message.includes('FocusTrap: Element must have at least one focusable child'))
      event.stopImmediatePropagation();
  },
  { capture: true },
);

/** Lime's dialog once it has been opened all the way. */
export const openDialog = '.mdc-dialog--open:not(.mdc-dialog--opening)';

/** Waits until the condition holds; fails with what was waited for after `patience` ms. */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  patience = 8_000,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + patience;
  for (;;) {
    const result = await condition();
    if (result) return result as NonNullable<T>;
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** All matching elements below `root`, shadow roots included. */
export function findAll<T extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): T[] {
  const inside = root instanceof Element && root.shadowRoot ? [root.shadowRoot, root] : [root];
  return inside.flatMap((scope) => [
    ...scope.querySelectorAll<T>(selector),
    ...[...scope.querySelectorAll('*')].flatMap((each) =>
      each.shadowRoot ? findAll<T>(each.shadowRoot, selector) : [],
    ),
  ]);
}

export function find<T extends Element = HTMLElement>(
  root: Element | ShadowRoot,
  selector: string,
): T | undefined {
  return findAll<T>(root, selector)[0];
}

/** The words of all chips in it, in their order. */
export const chipTexts = (root: Element): string[] =>
  findAll(root, '[data-chip]').map((each) => textOf(each));

/** What a screen reader calls the dialog and each field in it, with its role. */
export function namesIn(root: Element): string[] {
  type Named = Element & { computedName: string; computedRole: string };
  const selector = '[role=alertdialog], input:not([hidden]), textarea, button[aria-haspopup]';
  return findAll<Named>(root, selector).map((each) => `${each.computedRole} ${each.computedName}`);
}

/** What a user reads in the element, shadow roots included. */
export function textOf(root: Element | ShadowRoot): string {
  const scope = root instanceof Element && root.shadowRoot ? root.shadowRoot : root;
  const parts = [...scope.childNodes].map((node) => {
    if (node instanceof Element) return node.localName === 'style' ? '' : textOf(node);
    return node instanceof Text ? node.data : '';
  });
  const light =
    scope === root ? [] : [...root.childNodes].map((n) => (n instanceof Element ? textOf(n) : ''));
  return [...parts, ...light].join(' ').replace(/\s+/g, ' ').trim();
}

/**
 * What axe finds wrong in what is ours, in both of Lime's themes, one line a finding. The insides of Lime's
 * components are Lime's to mend: the dialog's missing name, the contrast of its accent colour.
 */
export async function axeFindings(element: Element): Promise<string[]> {
  const findings: string[] = [];
  for (const theme of ['force-light', 'force-dark']) {
    document.documentElement.dataset.theme = theme;
    await transitionsEnd();
    const { violations } = await axe.run(element, { resultTypes: ['violations'], elementRef: true });
    for (const { id, nodes } of violations)
      for (const node of nodes)
        if (!isInsideLime(node.element)) findings.push(`${theme} ${id}: ${node.html} ${node.failureSummary}`);
  }
  return findings;
}

function isInsideLime(element: HTMLElement | undefined): boolean {
  const root = element?.getRootNode();
  return root instanceof ShadowRoot && root.host.localName.startsWith('limel-');
}

/** A colour in the middle of its transition is nobody's finding; and one that ends may be followed by another. */
async function transitionsEnd(): Promise<void> {
  for (let ending = await underWay(); ending.length > 0; ending = await underWay())
    await Promise.allSettled(ending.map(({ finished }) => finished));
}

/** What has begun to change within two frames, but for what never ends. */
async function underWay(): Promise<Animation[]> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return document.getAnimations().filter(({ effect, playState }) => {
    const endless = effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
    return !endless && playState === 'running';
  });
}
