import type { LitElement, ReactiveController } from 'lit';

type LimeDialog = HTMLElement & { componentOnReady?(): Promise<unknown> };

/**
 * Keeps the focus in a dialog, on what its present step is about: a button that is disabled or gone takes the focus with
 * it. Lime's dialog puts it on a button without a name when it opens.
 */
export class StepFocus implements ReactiveController {
  #step = '';
  #dialog?: LimeDialog;

  /** @param now - the present step, and a selector of the element that it is about */
  constructor(
    private readonly host: LitElement,
    private readonly now: () => readonly [step: string, place: string],
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const [step] = this.now();
    if (step !== this.#step) {
      this.#step = step;
      this.#focus();
    }
    const dialog = this.host.renderRoot.querySelector<LimeDialog>('limel-dialog');
    if (!dialog || dialog === this.#dialog) return;
    this.#dialog = dialog;
    void this.#onceOpen(dialog);
  }

  async #onceOpen(dialog: LimeDialog): Promise<void> {
    await customElements.whenDefined('limel-dialog');
    await dialog.componentOnReady?.();
    dialog.shadowRoot?.addEventListener('MDCDialog:opened', () => this.#focus(), {
      capture: true,
      once: true,
    });
  }

  #focus(): void {
    const [, place] = this.now();
    this.host.renderRoot.querySelector<HTMLElement>(place)?.focus();
  }
}
