import type { Delivery, IntakeResult } from '../../../services/ports/intake.ts';
import type { IntakeFailure } from '../../webhooks/intake-failure.ts';

/** Asks the thread to read deliveries and put them on disk; without any, to close the file. */
export interface Question {
  id: number;
  deliveries: readonly Delivery[] | null;
}

export type Reply =
  | { id: number; kind: 'done'; results: Array<IntakeResult | IntakeFailure> }
  | ({ id: number } & IntakeFailure);
