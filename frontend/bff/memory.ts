/** Where the tasks are kept that this browser has begun. */
export const ownTasksPlace = 'own-tasks';

const ours = 'limepkg-billecta-integration/';

/** What an earlier page of this browser has remembered; nothing where the browser keeps nothing. */
export function recall(place: string): string | undefined {
  try {
    return localStorage.getItem(ours + place) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text for later pages, where the browser lets us. */
export function remember(place: string, text: string): void {
  try {
    localStorage.setItem(ours + place, text);
  } catch {
    // Storage can be full or forbidden; then each page reads the value from the BFF.
  }
}
