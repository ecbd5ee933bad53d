import type { CallerContext } from './context.ts';

/**
 * Admits only administrators: callers whom Lime lets read the integration monitor.
 *
 * @throws Fault `unauthenticated`, `forbidden` or `not-found`, as Lime answers the caller
 */
export async function requireAdministrator(context: CallerContext): Promise<void> {
  await context.lime.provesAdministrator(context.credential, context.deadline());
}
