import type { ProcessingState } from '../../contract/admin/processing.ts';
import { type CallerContext, instant } from '../shared/context.ts';

/** Whether events are applied; readable by every Lime user. @throws Fault as Lime answers the caller */
export async function getProcessing(context: CallerContext): Promise<ProcessingState> {
  await context.lime.requireKnown(context.credential, context.deadline());
  return processingState(context);
}

async function processingState({ store, database }: CallerContext): Promise<ProcessingState> {
  return { paused: await store.processing.paused(database) };
}

/** Stops applying events; they are still accepted, and wait. */
export async function pauseProcessing(context: CallerContext, why: string): Promise<ProcessingState> {
  const { database, store, caller } = context;
  await store.processing.pause(database, instant(context), caller, why);
  context.log.warn({ caller, why }, 'processing paused');
  return processingState(context);
}

/** Applies events again, those that have waited first. */
export async function resumeProcessing(context: CallerContext): Promise<ProcessingState> {
  await context.store.processing.resume(context.database);
  context.wake('events');
  context.log.warn({ caller: context.caller }, 'processing resumed');
  return { paused: null };
}
