/** The element that has the focus, looked for inside shadow roots too. */
export function focusedElement(): HTMLElement | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : undefined;
}

/** Returns the focus to where a dialog was opened from, unless another element has taken it meanwhile. */
export function giveFocusBack(element: HTMLElement | undefined): void {
  const isFocusLost = !document.activeElement || document.activeElement === document.body;
  if (isFocusLost && element?.isConnected) element.focus();
}
