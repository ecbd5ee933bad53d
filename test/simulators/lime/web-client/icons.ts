import { boot } from './boot.ts';

interface ConfigElement extends HTMLElement {
  config: { iconPath: string; defaultLocale: string };
  componentOnReady(): Promise<unknown>;
}

/** Tells lime-elements where this host's icons are, before the first icon is shown. */
export async function setUpIcons(): Promise<void> {
  await customElements.whenDefined('limel-config');
  const element = document.createElement('limel-config') as ConfigElement;
  element.config = { iconPath: `${boot.basePath}/simulator/`, defaultLocale: boot.language };
  document.body.append(element);
  await element.componentOnReady();
}
