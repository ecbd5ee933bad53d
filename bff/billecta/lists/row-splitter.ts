const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** How much of the text around the rows is kept, bytes. */
const wrapperAtMost = 4096;

/** A list may be of any length, but no row of it longer than this, bytes. */
const rowAtMost = 2 * 1024 * 1024;

/**
 * Cuts the JSON text of a list into its rows as it arrives, so that a list of any length needs no more memory than its
 * longest row. Rows are the objects in the outermost array, whether it is the whole answer or a field of an object
 * (docs/facts/billecta.md 4.3).
 */
export class RowSplitter {
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** How deep the rows' array is; the objects right inside are the rows. */
  #rowsAt: number | null = null;
  #inRow = false;
  #row: Buffer[] = [];
  #rowBytes = 0;
  #wrapper = '';

  /** @param onRow - called with the text of each row */
  constructor(private readonly onRow: (text: string) => void) {}

  /** @throws RangeError when a row is too long */
  push(chunk: Buffer): void {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === backslash) this.#escaped = true;
        else if (byte === quote) this.#inString = false;
        continue;
      }
      if (byte === quote) this.#inString = true;
      else if (byte === openBrace || byte === openBracket) {
        if (byte === openBracket && this.#rowsAt === null) this.#rowsAt = this.#depth;
        this.#depth += 1;
        if (byte === openBrace && this.#depth - 2 === this.#rowsAt && !this.#inRow) {
          this.#beside(chunk, from, at);
          this.#inRow = true;
          from = at;
        }
      } else if (byte === closeBrace || byte === closeBracket) {
        this.#depth -= 1;
        if (this.#inRow && byte === closeBrace && this.#depth - 1 === this.#rowsAt) {
          this.#row.push(chunk.subarray(from, at + 1));
          this.#inRow = false;
          from = at + 1;
          this.#emit();
        }
      }
    }
    if (this.#inRow) this.#keep(chunk.subarray(from));
    else this.#beside(chunk, from, chunk.length);
  }

  /** @returns what stood beside the rows. @throws SyntaxError when the text ended too early or is no list */
  end(): string {
    if (this.#depth !== 0 || this.#inString || this.#rowsAt === null) {
      throw new SyntaxError('The list has no end, or is none.');
    }
    return this.#wrapper;
  }

  #emit(): void {
    const text = (this.#row.length === 1 ? this.#row[0] : Buffer.concat(this.#row))?.toString('utf8') ?? '';
    this.#row = [];
    this.#rowBytes = 0;
    this.onRow(text);
  }

  #keep(part: Buffer): void {
    this.#rowBytes += part.length;
    if (this.#rowBytes > rowAtMost) throw new RangeError('A row of the list is too long.');
    this.#row.push(Buffer.from(part));
  }

  #beside(chunk: Buffer, from: number, to: number): void {
    if (this.#wrapper.length < wrapperAtMost) this.#wrapper += chunk.toString('latin1', from, to);
  }
}
