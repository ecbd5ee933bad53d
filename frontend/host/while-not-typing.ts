import { focusedElement } from './focus.ts';

/** Does something once the user is in no field, since reloading a record takes back what is being written in it. */
export function whileNotTyping(action: () => void): void {
  const field = focusedElement();
  if (field && isField(field)) field.addEventListener('blur', () => whileNotTyping(action), { once: true });
  else action();
}

const isField = (element: HTMLElement) =>
  element.isContentEditable || element.matches('input, textarea, select');
