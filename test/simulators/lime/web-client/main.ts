import './app/lime-client.ts';
import { limetypes } from './host.ts';
import { setUpIcons } from './icons.ts';
import { startPackages } from './packages.ts';

await setUpIcons();
await Promise.all(
  ['invoice', 'debtor', 'payment'].map((name) => limetypes.load(name).catch(() => undefined)),
);
await startPackages();
document.body.prepend(document.createElement('lime-client'));
