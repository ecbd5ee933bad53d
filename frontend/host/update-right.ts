import { serviceOf } from './service.ts';
import type { LimeWebComponentPlatform } from './types.ts';

interface Limetypes {
  subscribe(
    callback: (limetypes: Record<string, { acl?: { update?: unknown } } | undefined>) => void,
  ): () => void;
}

/**
 * Whether Lime's web client knows that the user may not update records of a limetype (docs/facts/lime.md 3.2). It is
 * shown only: the service proves the right of each command.
 */
export function mayOnlyRead(platform: LimeWebComponentPlatform, limetype: string): boolean {
  let update: unknown;
  serviceOf<Limetypes>(platform, 'state.limetypes')?.subscribe((limetypes) => {
    update = limetypes?.[limetype]?.acl?.update;
  })();
  return update === false;
}
