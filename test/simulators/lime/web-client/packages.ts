import { boot } from './boot.ts';
import { delivery } from './host.ts';
import { noContext } from './platform/platform.ts';

/**
 * Starts the installed packages as Lime does: first the loader elements, with platform and context, then the
 * scripts that define them. Resolves when every script has run or failed.
 */
export async function startPackages(): Promise<void> {
  for (const { name, slot } of boot.components) {
    if (slot === 'plugin.loaders') document.body.append(loader(name));
  }
  await Promise.all(boot.scripts.map(load));
}

/** Whether an installed package declares this component. */
export const isInstalled = (name: string): boolean =>
  boot.components.some((component) => component.name === name);

/** Waits for a component that is defined after its package's script has run, but not for ever. */
export async function defined(name: string): Promise<boolean> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, 3000));
  if (isInstalled(name)) await Promise.race([customElements.whenDefined(name), patience]);
  return customElements.get(name) !== undefined;
}

function loader(name: string): HTMLElement {
  const element = document.createElement(name);
  delivery.furnish(element, noContext);
  return element;
}

function load(src: string): Promise<void> {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = src;
  return new Promise((resolve) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => resolve());
    document.head.append(script);
  });
}
