import type { Delivery, Taken } from '../../../services/ports/store/intake.ts';
import type { NotTaken } from '../../webhooks/not-taken.ts';

/** Asks the thread to read deliveries and put them on disk; without any, to close the file. */
export interface Question {
  id: number;
  deliveries: readonly Delivery[] | null;
}

export type Reply =
  | { id: number; kind: 'done'; taken: Array<Taken | NotTaken> }
  | ({ id: number } & NotTaken);
