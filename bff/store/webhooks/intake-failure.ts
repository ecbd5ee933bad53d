/**
 * Why the database did not accept a delivery, as far as it matters: an error's class does not cross between threads.
 */
export interface IntakeFailure {
  kind: 'failed';
  message: string;
  code: unknown;
}

export function toIntakeFailure(error: unknown): IntakeFailure {
  const { message, code } = error as Error & { code?: unknown };
  return { kind: 'failed', message, code };
}
