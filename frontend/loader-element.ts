import { registerCommands } from './commands/register-commands.ts';
import { requestFromHost } from './host/context-request.ts';
import { rememberPlatform } from './host/known-platform.ts';
import { registerRoute } from './host/registrations.ts';
import type { LimeWebComponentContext, LimeWebComponentPlatform } from './host/types.ts';

/**
 * What Lime creates once when the web client starts: registers our commands and our page, and shows nothing.
 *
 * A plain element, so that the entry brings no rendering library. It initialises once, whenever the platform
 * comes: set before the element was upgraded, set later, or answered to a `context-request`.
 *
 * @property platform - Lime's service container
 * @property context - where the loader stands; unused
 */
export class LoaderElement extends HTMLElement {
  context?: LimeWebComponentContext;
  #platform?: LimeWebComponentPlatform;
  #leave?: () => void;

  constructor() {
    super();
    takeOverOwnProperty(this, 'platform');
  }

  get platform(): LimeWebComponentPlatform | undefined {
    return this.#platform;
  }

  set platform(platform: LimeWebComponentPlatform | undefined) {
    if (!platform || this.#platform) return;
    this.#platform = platform;
    rememberPlatform(platform);
    registerCommands(platform);
    registerRoute(platform);
    if (platform.has('webComponentRegistry')) void offerComponents(platform);
  }

  connectedCallback(): void {
    this.hidden = true;
    if (this.#platform) return;
    this.#leave = requestFromHost(this, 'platform', (platform) => {
      this.platform = platform;
    });
  }

  disconnectedCallback(): void {
    this.#leave?.();
  }

  /** Lime calls these on its own loaders; the setter above has already done the work. */
  componentWillLoad(): void {}
  componentWillUpdate(): void {}
  componentDidUnload(): void {}
}

/** The pickers are opened later, so their texts are not among what Lime waits for. */
async function offerComponents(platform: LimeWebComponentPlatform): Promise<void> {
  const { registerComponents } = await import('./components/register-components.ts');
  await registerComponents(platform);
}

/** A value assigned before the element was upgraded would hide the accessor; hand it over. */
function takeOverOwnProperty(element: LoaderElement, name: 'platform'): void {
  if (!Object.hasOwn(element, name)) return;
  const value = element[name];
  Reflect.deleteProperty(element, name);
  if (value) element[name] = value;
}
