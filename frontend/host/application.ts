import type { Application, ApplicationService, ApplicationState, LimeWebComponentPlatform } from './types.ts';

/**
 * Reports which application and language the page has, at once and whenever that changes.
 *
 * @returns how to stop listening
 */
export function watchApplication(
  platform: LimeWebComponentPlatform | undefined,
  callback: (application: Application) => void,
): () => void {
  const service = applicationService(platform);
  let reported: Application | undefined;
  const notify = (state?: ApplicationState): void => {
    const next = { name: nameOf(service, state), language: languageOf(service, state) };
    if (reported?.name === next.name && reported.language === next.language) return;
    reported = next;
    callback(next);
  };
  const unsubscribe = service?.subscribe?.(notify);
  if (!reported) notify();
  return () => unsubscribe?.();
}

/** The application and language as they are now. */
export function readApplication(platform: LimeWebComponentPlatform | undefined): Application {
  let now: Application = { name: nameFromLocation(), language: languageOfPage() };
  watchApplication(platform, (application) => {
    now = application;
  })();
  return now;
}

function applicationService(platform: LimeWebComponentPlatform | undefined): ApplicationService | undefined {
  return platform?.has('state.application')
    ? (platform.get('state.application') as ApplicationService)
    : undefined;
}

function nameOf(service: ApplicationService | undefined, state: ApplicationState | undefined): string {
  return state?.applicationName || service?.getApplicationName?.() || nameFromLocation();
}

function languageOf(service: ApplicationService | undefined, state: ApplicationState | undefined): string {
  return state?.session?.language || service?.getLanguage?.() || languageOfPage();
}

/** Lime's application is the first segment of every path. */
function nameFromLocation(): string {
  return decodeURIComponent(location.pathname.split('/')[1] ?? '');
}

function languageOfPage(): string {
  return document.documentElement.lang || 'en';
}
