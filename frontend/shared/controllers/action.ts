import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type BffFault, faultOf } from '../../bff/bff-error.ts';

/**
 * One asynchronous act of an element: whether it is under way, and the result of the last one. An answer that arrives
 * after a newer run, or after the element has left the page, is ignored.
 */
export class ActionController implements ReactiveController {
  busy = false;
  /** What the last run has done, for the user; empty when there is nothing to say. */
  notice = '';
  fault: BffFault | undefined;
  #run = 0;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /**
   * @param done - shows the answer, and returns the notice
   * @param failed - called after a failure, which is in `fault`
   * @returns resolves when the act has ended, also when its answer is ignored; never rejects
   */
  async run<T>(
    act: () => Promise<T>,
    done: (answer: T) => string | undefined,
    failed: () => void = () => {},
  ): Promise<void> {
    this.cancel();
    const run = this.#run;
    this.busy = true;
    this.notice = '';
    this.fault = undefined;
    const end = await act().then(
      (answer) => () => {
        this.notice = done(answer) ?? '';
      },
      (error) => () => {
        this.fault = faultOf(error);
        failed();
      },
    );
    if (run !== this.#run) return;
    this.busy = false;
    end();
    this.host.requestUpdate();
  }

  /** Ignores the answer of a run that is under way. */
  cancel(): void {
    this.#run++;
    this.busy = false;
    this.host.requestUpdate();
  }
}
