import { boot } from '../boot.ts';
import { routes } from '../host.ts';
import { type Context, noContext } from '../platform/platform.ts';

/** A page of the client and the object it is about. */
export interface Page {
  kind: 'table' | 'card' | 'payments' | 'debtor' | 'admin' | 'package';
  context: Context;
  /** The component of a package's own page. */
  component?: string;
}

/** The page at a path of the client (facts 2.1); the table for any that there is no page for. */
export function pageAt(path: string): Page {
  if (boot.platformType === 'LimeCRMWebAdminClient') return { kind: 'admin', context: noContext };
  const [, limetype, id] = /^\/object\/(invoice|debtor)\/(\d+)\/?$/.exec(path) ?? [];
  if (limetype === 'invoice') return { kind: 'card', context: { limetype, id: Number(id) } };
  if (limetype === 'debtor') return { kind: 'debtor', context: { limetype, id: Number(id) } };
  if (/^\/table-view\/payment\/?$/.test(path)) {
    return { kind: 'payments', context: { limetype: 'payment', id: null } };
  }
  const component = routes.findComponent(path);
  if (component) return { kind: 'package', context: noContext, component };
  return { kind: 'table', context: { limetype: 'invoice', id: null } };
}
