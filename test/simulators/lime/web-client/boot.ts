import type { Boot } from '../web/boot.ts';

export type { Boot, BootUser, Language, PackageComponent } from '../web/boot.ts';

/** What the server put into the page. */
export const boot: Boot = JSON.parse(document.getElementById('boot')?.textContent ?? '{}');
