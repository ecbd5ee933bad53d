/** Corrects times that were stored while the clock was ahead. */
export interface Clock {
  /**
   * Makes due the work that is to be done at once but lies in the future, and ends leases that last too long: both were
   * written before the clock was set back.
   *
   * @returns the number of corrections
   */
  correct(database: string, now: string): Promise<number>;
}
