/** What was stored while the clock was ahead. */
export interface Clock {
  /**
   * Makes due what is to be done at once and lies in the future, and ends leases that last too long: a clock that was set
   * back since wrote them.
   *
   * @returns how much there was
   */
  correct(database: string, now: string): Promise<number>;
}
