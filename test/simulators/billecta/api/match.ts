import type { Endpoint, Match } from './endpoint.ts';

/** Finds the endpoint of a request, and tells a wrong method from a path that does not exist. */
export function matcher(endpoints: readonly Endpoint[]): (method: string, path: string) => Match {
  const known = endpoints.map((endpoint) => ({ endpoint, pattern: patternOf(endpoint.path) }));
  return (method, path) => {
    let match: Match = { kind: 'nothing' };
    for (const { endpoint, pattern } of known) {
      const found = pattern.exec(path);
      if (!found) continue;
      if (endpoint.method === method) {
        return { kind: 'endpoint', endpoint, id: decodeURIComponent(found[1] ?? '') };
      }
      match = { kind: 'other-method' };
    }
    return match;
  };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{[^}]*\}/g, '([^/]+)')}$`);
}
