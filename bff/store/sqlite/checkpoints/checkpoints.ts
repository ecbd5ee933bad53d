import { scriptBeside, startThread } from '../start-thread.ts';
import type { End, Turns } from '../turns.ts';

/** The thread stores next to nothing, MB. */
const young = 1;

/** The thread's messages: all writers are to pause, and may go on. */
export type CheckpointMessage = 'pause' | 'go on';

/**
 * Has the log worked into the file in a thread of its own, and those who write pause when it asks for that.
 *
 * @returns ends it
 */
export function keepLogShort(file: string, turns: Turns): () => Promise<unknown> {
  const thread = startThread(scriptBeside(import.meta.url, 'checkpoint-thread'), file, young);
  let end: End | undefined;
  thread.on('message', async (message: CheckpointMessage) => {
    if (message === 'pause') {
      end = await turns.alone();
      thread.postMessage('paused');
    } else end?.();
  });
  // Without the thread, writers checkpoint the log themselves once it is very long; no writer may wait for its pause to
  // end.
  thread.on('error', () => end?.());
  return () => thread.terminate();
}
