import type { TaskItem, TaskProgress } from '../../../bff/contract/task.ts';
import type { TaskClient } from './task-client.ts';

/** What is known of a task. */
export interface TaskView {
  id: string;
  /** Undefined until it has been read. */
  progress?: TaskProgress;
  /** Once it has ended: the invoices that were refused or failed, or of which there is more to be known. */
  problems: readonly TaskItem[];
  /** It cannot be read just now; what is shown is what was known last. */
  lost: boolean;
}

/** How often the progress is asked for; the live stream reports it in between (ms). */
const askEvery = 1_500;

/** Follows a task until it has ended, however often the BFF cannot be reached meanwhile. */
export class TaskFollower {
  view: TaskView;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #release?: () => void;
  readonly #listeners = new Set<(view: TaskView) => void>();

  constructor(
    private readonly client: TaskClient,
    id: string,
  ) {
    this.view = { id, problems: [], lost: false };
    void this.#ask();
  }

  /** Reports what is known, at once and whenever it changes. Returns how to stop. */
  subscribe(listener: (view: TaskView) => void): () => void {
    this.#listeners.add(listener);
    listener(this.view);
    return () => this.#listeners.delete(listener);
  }

  /** Takes over what the live stream reports, or what a call has answered. */
  learn(progress: TaskProgress): void {
    if (progress.id !== this.view.id || isOlder(progress, this.view.progress)) return;
    this.#notify({ progress, lost: false, ...(progress.endedAt === null ? { problems: [] } : {}) });
    if (progress.endedAt !== null) void this.#readProblems(progress);
    else this.#askLater();
  }

  /** Whether there is any listener. */
  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  /** What to do when the task is not followed any more. */
  atEnd(release: () => void): void {
    this.#release = release;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#listeners.clear();
    this.#release?.();
  }

  async #ask(): Promise<void> {
    try {
      const known = this.view.progress;
      const answer = await this.client.progress(this.view.id);
      // What the stream has reported meanwhile is newer.
      if (this.view.progress === known) this.learn(answer);
    } catch {
      this.#notify({ lost: true });
      this.#askLater();
    }
  }

  async #readProblems({ whys }: TaskProgress): Promise<void> {
    clearTimeout(this.#timer);
    const outcomes = [...new Set(whys.map(({ outcome }) => outcome))];
    if (outcomes.length === 0) return;
    try {
      this.#notify({ problems: await this.client.items(this.view.id, outcomes) });
    } catch {
      // The counts are there, and the CSV has the rest.
    }
  }

  #askLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), askEvery);
  }

  #notify(changed: Partial<TaskView>): void {
    this.view = { ...this.view, ...changed };
    for (const listener of [...this.#listeners]) listener(this.view);
  }
}

/** An answer that the stream has overtaken: fewer have ended. Not after a retry, which starts from the beginning. */
function isOlder(progress: TaskProgress, known: TaskProgress | undefined): boolean {
  if (!known || known.endedAt !== null) return false;
  return progress.endedAt === null && progress.counts.waiting > known.counts.waiting;
}
