import { version } from '../package.json' with { type: 'json' };

/** The service's name in calls to Lime, which asks every add-on for a name of its own. */
export const userAgent = `limepkg-billecta-integration/${version}`;
