import { createMiddleware } from 'hono/factory';
import { LRUCache } from 'lru-cache';
import type { CallerContext } from '../../../services/shared/context.ts';
import { Fault } from '../../../services/shared/fault.ts';
import type { AppDeps, Env } from '../../env.ts';
import { clientAddress } from './client-address.ts';
import { UnknownBudget } from './unknown-budget.ts';

/** How long a refusal of Lime's is remembered, and how long a known caller is not checked first, ms. */
const refusalLasts = 60_000;
const knownLasts = 60 * 60_000;

const callersAtMost = 10_000;

/** Lime knows the caller, and refuses for another reason; or it fails at this question and perhaps at no other. */
const letPass: readonly Fault['code'][] = ['forbidden', 'not-found', 'lime-unreadable', 'lime-refused'];

const isRefusal = (error: unknown) => error instanceof Fault && error.code === 'unauthenticated';

/**
 * Checks an unknown caller with Lime before anything else is done for them: before their body is read, and within a
 * budget of their own, so that made-up credentials take nothing from valid ones. Lime still decides on each request
 * whether the caller may do it.
 */
export const admitCallers = ({
  unknownCallers,
  clientAddressHeader,
}: Pick<AppDeps, 'unknownCallers' | 'clientAddressHeader'>) => {
  const refused = new LRUCache<string, true>({ max: callersAtMost, ttl: refusalLasts });
  const known = new LRUCache<string, true>({ max: callersAtMost, ttl: knownLasts });
  const budget = new UnknownBudget(unknownCallers);
  const asked = new Map<string, Promise<void>>();

  async function ask(who: string, caller: CallerContext, address: string | undefined): Promise<void> {
    const putBack = budget.consume(address, performance.now());
    try {
      await caller.lime.requireKnown(caller.credential, caller.deadline());
    } catch (error) {
      if (isRefusal(error)) refused.set(who, true);
      // The failure says nothing of the caller; the request itself may be answered.
      else if (error instanceof Fault && error.code === 'lime-failed') return;
      if (!(error instanceof Fault && letPass.includes(error.code))) throw error;
    }
    putBack();
    known.set(who, true);
  }

  return createMiddleware<Env>(async (c, next) => {
    const { caller } = c.var;
    const who = `${caller.database} ${caller.owner}`;
    if (refused.has(who)) throw new Fault('unauthenticated', 'Lime does not know you. Log in again.');
    if (!known.has(who)) {
      const asking =
        asked.get(who) ??
        ask(who, caller, clientAddress(c, clientAddressHeader)).finally(() => asked.delete(who));
      asked.set(who, asking);
      await asking;
    }
    await next();
    if (isRefusal(c.error)) known.delete(who);
    else if (c.res.ok) known.set(who, true);
  });
};
