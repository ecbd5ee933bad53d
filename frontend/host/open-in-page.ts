import type { DialogListeners } from './platform-port.ts';

/** Opens a dialog where Lime has no dialog service. Returns how to close it. */
export function openInPage(tag: string, properties: object, listeners: DialogListeners): () => void {
  const dialog = Object.assign(document.createElement(tag), properties);
  for (const [name, listener] of Object.entries(listeners))
    dialog.addEventListener(name, (event) => listener(event as CustomEvent));
  document.body.append(dialog);
  return () => dialog.remove();
}
