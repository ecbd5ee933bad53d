import { LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { delivery } from '../host.ts';
import { isInstalled } from '../packages.ts';
import type { Context } from '../platform/platform.ts';

/**
 * The place of a package's component in a view; empty while no package declares it. The element is made
 * once and gets a new context when the view shows another object.
 */
@customElement('lime-package-component')
export class PackageComponent extends LitElement {
  @property() name = '';
  @property({ attribute: false }) context?: Context;

  #element?: HTMLElement;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(): void {
    if (!this.context || !isInstalled(this.name)) return;
    const element = this.#element ?? document.createElement(this.name);
    delivery.furnish(element, this.context);
    if (!this.#element) this.append(element);
    this.#element = element;
  }
}
