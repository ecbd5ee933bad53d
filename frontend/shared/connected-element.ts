import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { watchApplication } from '../host/application.ts';
import { type HostContexts, requestFromHost } from '../host/context-request.ts';
import { whenPlatformKnown } from '../host/known-platform.ts';
import type { Application, LimeWebComponentContext, LimeWebComponentPlatform } from '../host/types.ts';
import { loadTranslator } from '../i18n/load-translator.ts';
import type { Translator } from '../i18n/translator.ts';

/**
 * What our elements in Lime share: they find the platform and the record, and follow both, the application and the
 * language.
 *
 * The platform is the property that Lime sets, or the answer to a `context-request`, or the one that the loader
 * was given; table cells have only the last. Without any, the page's address and language are used.
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

  /** What the page answers now; properties that the host sets are left as they are, and count more. */
  @state() private answered: Partial<HostContexts> = {};

  #leave: Array<() => void> = [];
  #watched?: LimeWebComponentPlatform | undefined;
  #stopWatching?: () => void;

  protected get hostPlatform(): LimeWebComponentPlatform | undefined {
    return this.platform ?? this.answered.platform;
  }

  protected get hostContext(): LimeWebComponentContext | undefined {
    return this.context ?? this.answered.context;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.platform) this.#ask('platform');
    if (!this.context) this.#ask('context');
    if (!this.hostPlatform)
      this.#leave.push(
        whenPlatformKnown((platform) => {
          this.answered = { ...this.answered, platform: this.answered.platform ?? platform };
        }),
      );
    this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const leave of this.#leave.splice(0)) leave();
    this.answered = {};
    this.#stopWatching?.();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.isConnected && this.hostPlatform !== this.#watched) this.#watch();
    if (changed.has('application')) void this.#translate();
  }

  #ask(key: keyof HostContexts): void {
    this.#leave.push(
      requestFromHost(this, key, (value) => {
        this.answered = { ...this.answered, [key]: value };
      }),
    );
  }

  #watch(): void {
    this.#stopWatching?.();
    this.#watched = this.hostPlatform;
    this.#stopWatching = watchApplication(this.#watched, (application) => {
      this.application = application;
    });
  }

  async #translate(): Promise<void> {
    const language = this.application?.language ?? 'en';
    const t = await loadTranslator(language);
    if (language === this.application?.language) this.t = t;
  }
}
