import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { Fault } from '../../../services/shared/fault.ts';
import type { AppDeps, Env } from '../../env.ts';

/** Largest body of a caller's request, KiB. */
const largest = 16;

/** The size of an invoice's id in a body, bytes. */
const idSize = 20;

/** The requests whose body lists invoices. */
const ofTasks = /\/limepkg-billecta-integration\/tasks(\/count)?$/;

/** Refuses bodies that are larger than what a caller can mean. */
export const limitBodies = ({ taskInvoicesAtMost }: Pick<AppDeps, 'taskInvoicesAtMost'>) => {
  const usual = upTo(largest);
  const long = upTo(largest + Math.ceil((taskInvoicesAtMost * idSize) / 1024));
  return createMiddleware<Env>((c, next) => (ofTasks.test(c.req.path) ? long : usual)(c, next));
};

/** A declared length is believed, since the HTTP parser enforces it; only a chunked body is counted. */
const upTo = (kib: number) => {
  const most = kib * 1024;
  const refuse = () => {
    throw new Fault('too-large', `The body is larger than ${kib} KiB.`);
  };
  const counting = bodyLimit({ maxSize: most, onError: refuse });
  return createMiddleware<Env>((c, next) => {
    if (c.req.header('transfer-encoding') !== undefined) return counting(c, next);
    return Number(c.req.header('content-length') ?? 0) > most ? refuse() : next();
  });
};
