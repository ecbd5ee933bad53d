/** What an installation has of its own, and keeps. */
export interface Installation {
  /**
   * @param first - stored when there is none yet
   * @returns the value stored under the name; the same for all processes on the database
   */
  own(name: string, first: string): Promise<string>;
}
