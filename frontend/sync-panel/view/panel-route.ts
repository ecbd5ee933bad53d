/** The panel's tabs, in their order. */
export const tabs = [
  'overview',
  'issues',
  'events',
  'rejected',
  'commands',
  'reconciliation',
  'checks',
] as const;
export type Tab = (typeof tabs)[number];

/** What the panel shows: a tab, one thing in it, and what narrows its list. */
export interface PanelRoute {
  tab: Tab;
  id: string | null;
  query: Readonly<Record<string, string>>;
}

/** `events/12`, `events?states=dead`; anything that is not known is the overview. */
export function parseRoute(fragment: string): PanelRoute {
  const [path = '', query = ''] = fragment.split(/\?(.*)/s);
  const [name, id] = path.split('/');
  const tab = tabs.find((each) => each === name) ?? 'overview';
  return {
    tab,
    id: id ? decoded(id) : null,
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

export function formatRoute({ tab, id = null, query = {} }: Partial<PanelRoute> & { tab: Tab }): string {
  const given = Object.entries(query).filter(([, value]) => value !== '');
  const search = given.length > 0 ? `?${new URLSearchParams(given)}` : '';
  return `${tab}${id === null ? '' : `/${encodeURIComponent(id)}`}${search}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
