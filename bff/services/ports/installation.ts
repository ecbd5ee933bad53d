/** Values that an installation creates once and keeps. */
export interface Installation {
  /**
   * @param first - stored when there is none yet
   * @returns the value stored under the name; the same for all processes on the database
   */
  own(name: string, first: string): Promise<string>;
}
