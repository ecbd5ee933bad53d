import { Hono } from 'hono';
import { assetRoutes } from './assets.ts';
import { loginRoutes } from './login.ts';
import { pageRoutes } from './pages.ts';
import type { WebClient } from './web-client.ts';

/** What a browser gets from one Lime database, to be mounted at `/{database}`. */
export const webClient = (client: WebClient) =>
  new Hono()
    .route('/', assetRoutes(client))
    .route('/', loginRoutes(client.logins))
    .route('/', pageRoutes(client));
