/** A browser gives a host six connections over HTTP/1.1, for Lime's own requests too. */
const windowsAtMost = 3;

/** This window's slot, and how many streams it has open. */
let slot: Promise<(() => void) | null> | undefined;
let streams = 0;

/**
 * Reserves a stream of this window's; over HTTP/1.1 few windows of a browser may have streams, over HTTP/2 all.
 *
 * @returns gives it back, once; null when other windows have them all
 */
export async function acquireStream(): Promise<(() => void) | null> {
  streams += 1;
  slot ??= acquireSlot();
  const giveBack = await slot;
  const release = () => {
    streams -= 1;
    if (streams > 0) return;
    slot = undefined;
    giveBack?.();
  };
  if (giveBack) return release;
  release();
  return null;
}

async function acquireSlot(): Promise<(() => void) | null> {
  if (isMultiplexed() || !('locks' in navigator)) return () => undefined;
  for (let place = 1; place <= windowsAtMost; place++) {
    const giveBack = await acquireLock(`limepkg-billecta-integration.stream-${place}`);
    if (giveBack) return giveBack;
  }
  return null;
}

function isMultiplexed(): boolean {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return page?.nextHopProtocol === 'h2' || page?.nextHopProtocol === 'h3';
}

/** A lock that is held until it is given back, or the window is closed. */
function acquireLock(name: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) =>
        lock ? new Promise<void>((giveBack) => resolve(giveBack)) : resolve(null),
      )
      .catch(reject);
  });
}
