/** The element that has the focus, looked for inside shadow roots too. */
export function focusedElement(): HTMLElement | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : undefined;
}

/** The element that has the focus, then what is around it, up to the page. */
export function focusTrail(): Node[] {
  const trail: Node[] = [];
  let node: Node | null | undefined = focusedElement();
  while (node && node !== document.body) {
    trail.push(node);
    node = node.parentNode ?? (node as Partial<ShadowRoot>).host;
  }
  return trail;
}

const focusable = 'limel-button:not([disabled]), button:not(:disabled), a[href], input:not(:disabled)';

/**
 * Returns the focus to where a dialog was opened from, or to what is there now: a command takes its own button away. Leaves
 * it where it is when another element has taken it meanwhile.
 */
export function giveFocusBack(trail: readonly Node[]): void {
  for (const node of trail) {
    if (!isFocusLost()) return;
    if (!node.isConnected) continue;
    if (node instanceof HTMLElement) node.focus();
    if (isFocusLost()) (node as ParentNode & Node).querySelector<HTMLElement>(focusable)?.focus();
  }
}

const isFocusLost = () => !document.activeElement || document.activeElement === document.body;
