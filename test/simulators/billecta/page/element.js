/** Makes an element: its attributes, then its children. Texts are text, never HTML. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(attribute, value);
  }
  made.append(...children);
  return made;
}

/** Replaces what is in `parent`, and keeps the focus on the control of the same name. */
export function replaceChildren(parent, children) {
  const focused = parent.contains(document.activeElement) ? document.activeElement.ariaLabel : null;
  parent.replaceChildren(...children);
  if (focused) parent.querySelector(`[aria-label="${CSS.escape(focused)}"]`)?.focus();
}
