/** Something that writes, and what must be true of it after its process was killed in the middle. */
export interface KillTarget {
  /** Makes what is written to, in an empty folder. */
  prepare(folder: string): Promise<void>;
  /** Writes something for 1, then for 2, without end, and tells each number once it is written. */
  work(folder: string, written: (number: number) => void): Promise<never>;
  /**
   * Throws where something of what was written is lost, or where nothing can be written any more. `last` is the last
   * number that was told, or 0; the next may be written as well, or not.
   */
  check(folder: string, last: number): Promise<void>;
}
