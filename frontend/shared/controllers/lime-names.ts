import type { LitElement, ReactiveController } from 'lit';

type Part = HTMLElement & {
  label?: string;
  heading?: { title: string };
  componentOnReady?(): Promise<unknown>;
};

/**
 * Names the dialog and the fields of an element for screen readers: the labels that Lime's name them by are not there
 * (lime-elements 40.5.1). They are put in.
 */
export class LimeNames implements ReactiveController {
  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostUpdated(): void {
    const parts = 'limel-dialog, limel-select, limel-input-field';
    for (const part of this.host.renderRoot.querySelectorAll<Part>(parts)) void name(part);
  }
}

async function name(part: Part): Promise<void> {
  await customElements.whenDefined(part.localName);
  await part.componentOnReady?.();
  const { shadowRoot: root } = part;
  const label = part.label ?? part.heading?.title ?? '';
  for (const named of root?.querySelectorAll('[aria-labelledby]') ?? []) {
    const [id = ''] = named.getAttribute('aria-labelledby')?.split(' ') ?? [];
    if (root?.getElementById(id)) continue;
    root?.append(Object.assign(document.createElement('span'), { id, hidden: true, textContent: label }));
  }
  // Where Lime's dialog puts the focus when it opens: a button, but there is nothing to press.
  root?.querySelector('input[type=button]')?.setAttribute('role', 'note');
  root?.querySelector('input[type=button]')?.setAttribute('aria-label', label);
}
