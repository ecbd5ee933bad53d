import { expect } from 'chai';
import { BffError } from '../../../../frontend/bff/bff-error.ts';
import { ActionController } from '../../../../frontend/shared/controllers/action.ts';
import { ControllerHost, pending } from '../../support/controller-host.ts';

const fault = { kind: 'network' } as const;

describe('ActionController', () => {
  let host: ControllerHost;
  let action: ActionController;

  beforeEach(() => {
    host = new ControllerHost();
    action = new ActionController(host);
    host.connect();
  });

  it('is busy until the answer arrives, and then has its notice', async () => {
    const answer = pending<number>();
    const ended = action.run(
      () => answer.promise,
      (count) => `${count} done`,
    );
    expect([action.busy, action.notice]).to.deep.equal([true, '']);
    answer.resolve(2);
    await ended;
    expect([action.busy, action.notice, action.fault]).to.deep.equal([false, '2 done', undefined]);
  });

  it('has the fault after a failure, until the next run', async () => {
    let failures = 0;
    const fail = () => Promise.reject(new BffError(fault));
    await action.run(
      fail,
      () => 'done',
      () => failures++,
    );
    expect([action.busy, action.notice, action.fault, failures]).to.deep.equal([false, '', fault, 1]);
    await action.run(
      () => Promise.resolve(),
      () => undefined,
    );
    expect(action.fault).to.equal(undefined);
  });

  for (const [when, happen] of [
    [
      'a newer run',
      () =>
        void action.run(
          () => pending<number>().promise,
          () => 'newer',
        ),
    ],
    ['it is cancelled', () => action.cancel()],
    ['the element has left the page', () => host.disconnect()],
  ] as const) {
    it(`ignores an answer and a failure that arrive after ${when}`, async () => {
      const answers: number[] = [];
      const done = (answer: number) => `${answers.push(answer)}`;
      const [late, broken] = [pending<number>(), pending<number>()];
      const first = action.run(() => late.promise, done);
      happen();
      late.resolve(1);
      await first;
      const second = action.run(() => broken.promise, done);
      happen();
      broken.reject(new BffError(fault));
      await second;
      expect([answers, action.notice, action.fault]).to.deep.equal([[], '', undefined]);
    });
  }
});
