import { boot } from '../boot.ts';
import { type Context, noContext } from '../platform/platform.ts';

/** A page of the client and the object it is about. */
export interface Page {
  kind: 'table' | 'card' | 'admin';
  context: Context;
}

/** The page at a path of the client (facts 2.1); the table for any that there is no page for. */
export function pageAt(path: string): Page {
  if (boot.platformType === 'LimeCRMWebAdminClient') return { kind: 'admin', context: noContext };
  const id = /^\/object\/invoice\/(\d+)\/?$/.exec(path)?.[1];
  if (id) return { kind: 'card', context: { limetype: 'invoice', id: Number(id) } };
  return { kind: 'table', context: { limetype: 'invoice', id: null } };
}
