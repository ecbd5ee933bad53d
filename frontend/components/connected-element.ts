import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { watchApplication } from '../host/application.ts';
import { requestFromHost } from '../host/context-request.ts';
import { whenPlatformKnown } from '../host/known-platform.ts';
import type { Application, LimeWebComponentContext, LimeWebComponentPlatform } from '../host/types.ts';
import { loadTranslator } from '../i18n/load-translator.ts';
import type { Translator } from '../i18n/translator.ts';

/**
 * What our elements in Lime share: they find the platform, and follow its application and language.
 *
 * The platform is the property that Lime sets, or the answer to a `context-request`, or the one that the loader
 * was given; table cells have only the last. Without any, the page's address and language have to do.
 *
 * @property platform - Lime's service container
 * @property context - the record that the element stands on
 */
export abstract class ConnectedElement extends LitElement {
  @property({ attribute: false }) platform?: LimeWebComponentPlatform;
  @property({ attribute: false }) context?: LimeWebComponentContext;

  /** Undefined until the element is connected. */
  @state() protected application?: Application;
  /** Undefined while the language is fetched. */
  @state() protected t?: Translator;

  #stopWaiting?: () => void;
  #stopWatching?: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.platform) this.#findPlatform();
    if (!this.context)
      requestFromHost(this, 'context', (context) => {
        this.context ??= context;
      });
    this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWaiting?.();
    this.#stopWatching?.();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('platform')) this.#watch();
    if (changed.has('application')) void this.#translate();
  }

  #findPlatform(): void {
    const take = (platform: LimeWebComponentPlatform) => {
      this.platform ??= platform;
    };
    requestFromHost(this, 'platform', take);
    if (!this.platform) this.#stopWaiting = whenPlatformKnown(take);
  }

  #watch(): void {
    this.#stopWatching?.();
    this.#stopWatching = watchApplication(this.platform, (application) => {
      this.application = application;
    });
  }

  async #translate(): Promise<void> {
    const language = this.application?.language ?? 'en';
    const t = await loadTranslator(language);
    if (language === this.application?.language) this.t = t;
  }
}
