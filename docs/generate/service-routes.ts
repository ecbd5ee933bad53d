/** The one place in which the generators name files of the service's HTTP layer. */
export { createApp, mount } from '../../bff/app.ts';
export type { AppDeps } from '../../bff/http/env.ts';
