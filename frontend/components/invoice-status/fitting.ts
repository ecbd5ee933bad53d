/**
 * How many chips fit into a line that ends with how many do not; one at least.
 *
 * @param height - of a chip, px: the gap is a quarter of it, and the chip that tells how many do not fit as wide as
 *   one and a half (`cell-chips.ts`)
 */
export function fitting(widths: readonly number[], room: number, height: number): number {
  const gap = height / 4;
  const more = gap + height * 1.5;
  let end = 1 - gap;
  let fit = 1;
  widths.forEach((width, index) => {
    end += gap + width;
    const isLast = index === widths.length - 1;
    if (end + (isLast ? 0 : more) <= room) fit = index + 1;
  });
  return fit;
}
