export interface RecordedClipboard {
  readonly copied: string[];
  restore(): void;
}

/** Notes what is copied, since a test page may not read the clipboard. */
export function recordedClipboard(): RecordedClipboard {
  const copied: string[] = [];
  const { clipboard } = navigator;
  const writeText = clipboard.writeText.bind(clipboard);
  clipboard.writeText = async (text) => void copied.push(text);
  return {
    copied,
    restore: () => {
      clipboard.writeText = writeText;
    },
  };
}
