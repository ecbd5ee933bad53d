/** Why the database did not take a delivery, as far as it matters: an error's class does not cross between threads. */
export interface NotTaken {
  kind: 'failed';
  message: string;
  code: unknown;
}

export function notTaken(error: unknown): NotTaken {
  const { message, code } = error as Error & { code?: unknown };
  return { kind: 'failed', message, code };
}
