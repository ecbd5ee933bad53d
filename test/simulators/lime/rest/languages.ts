import { Hono } from 'hono';
import type { RestEnv } from './env.ts';

/** `GET admin/settings/languages`. That the lists hold language codes is inferred (facts 7 and 9). */
export const languageRoutes = () =>
  new Hono<RestEnv>().get('/admin/settings/languages/', (c) =>
    c.json({ active: ['sv', 'en_us'], inactive: ['da', 'de', 'fi', 'nl', 'no'] }),
  );
