import type { TaskProgress } from '../../../bff/contract/task.ts';
import { forgetTask } from '../../bff/tasks/own-tasks.ts';
import type { TaskFollower } from '../../bff/tasks/task-follower.ts';
import type { BulkDialog } from '../../components/bulk-dialog/bulk-dialog.ts';
import type { BulkDialogEnd } from '../../components/bulk-dialog/bulk-run.ts';
import type { Host } from '../../host/platform-port.ts';
import { bulkDialogTag } from '../../host/tags.ts';
import type { TextKey } from '../../i18n/en.ts';
import type { Translator } from '../../i18n/translator.ts';

/** How long a toast offers to show the task (ms). */
const offerFor = 15_000;

/** Tasks whose dialog was opened from a toast; two toasts may offer the same one. */
const shown = new Set<TaskFollower>();

export type Opening = Pick<BulkDialog, 'command' | 'run' | 'value' | 'commentsGo' | 'everything'>;

interface More {
  /** The task that the dialog shows at once. */
  follower?: TaskFollower;
  /** Called when the dialog is gone, whether the user, Lime or this package has removed it. */
  gone?(): void;
}

/** Opens the dialog. Resolves when the user has left it; a task under way then goes on, and a toast shows its end. */
export async function openBulkDialog(
  host: Host,
  t: Translator,
  opening: Opening,
  { follower, gone }: More = {},
): Promise<void> {
  if (follower && shown.has(follower)) return;
  if (follower) shown.add(follower);
  await import('../../components/bulk-dialog/define-bulk-dialog.ts');
  const { follower: left } = await new Promise<BulkDialogEnd>((resolve) => {
    const properties = { ...opening, t, ...(follower && { follower }) };
    const close = host.openDialog(bulkDialogTag, properties, {
      dismiss: (event?: CustomEvent<BulkDialogEnd>) => {
        close();
        resolve(event?.detail ?? {});
      },
      gone: () => {
        if (follower) shown.delete(follower);
        gone?.();
      },
    });
  });
  if (!left) return;
  shown.delete(left);
  if (left.view.progress?.endedAt == null) return followInBackground(host, t, opening, left);
  forgetTask(left.view.id);
  left.stop();
}

/** Offers a task that is under way, and shows how it has ended. */
export function followInBackground(
  host: Host,
  t: Translator,
  opening: Opening,
  follower: TaskFollower,
): void {
  const reopen = () => openBulkDialog(host, t, opening, { follower });
  if (follower.view.progress?.endedAt == null)
    void offer(host, t, t.text('task.left', { title: t.bulkTitle(opening.command) }), reopen);
  void showEnd(host, t, { run: opening, follower, reopen });
}

/** Shows how a task has ended that no open dialog follows. */
async function showEnd(
  host: Host,
  t: Translator,
  {
    run: { command },
    follower,
    reopen,
  }: { run: Opening; follower: TaskFollower; reopen: () => Promise<void> },
): Promise<void> {
  const progress = await ended(follower);
  // The user has opened the dialog again meanwhile, and sees there how the task ends.
  if (follower.isWatched) return;
  const words = `${t.bulkTitle(command)}: ${outcomeKeys(progress, t)}`;
  forgetTask(progress.id);
  if (!(await offer(host, t, words, reopen))) follower.stop();
}

/** @returns whether the user took it */
async function offer(host: Host, t: Translator, words: string, act: () => Promise<void>): Promise<boolean> {
  const accepted = await host.offer(words, t.text('task.show'), offerFor);
  if (accepted) await act();
  return accepted;
}

function ended(follower: TaskFollower): Promise<TaskProgress> {
  return new Promise((resolve) => {
    const stop = follower.subscribe(({ progress }) => {
      if (!progress || progress.endedAt === null) return;
      queueMicrotask(() => {
        stop();
        resolve(progress);
      });
    });
  });
}

/** `12 done, 2 failed`, in the words of the language. */
function outcomeKeys({ counts }: TaskProgress, t: Translator): string {
  const outcomes = ['done', 'unchanged', 'refused', 'failed', 'cancelled'] as const;
  return outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${t.text(`task.${outcome}` satisfies TextKey)} ${counts[outcome]}`)
    .join(', ');
}
