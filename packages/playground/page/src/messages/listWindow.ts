/** Which rows of a long list are drawn, and how high the rest is. */
export interface ListWindow {
  readonly aboveHeight: number;
  readonly belowHeight: number;
  readonly end: number;
  readonly start: number;
}

interface Row {
  readonly id: string;
}

interface View {
  readonly height: number;
  readonly top: number;
}

/** Rows that are drawn above and below what is seen. */
const spare = 12;
const drawnAtEnd = 50;
const firstGuess = 44;

/**
 * The heights of rows, as far as they have been drawn. Rows that were not are taken for as high as the mean: a list of 12,000 rows
 * draws 50 and two empty boxes.
 */
export class RowHeights {
  private readonly heights = new Map<string, number>();
  private sum = 0;

  set(id: string, height: number): void {
    this.sum += height - (this.heights.get(id) ?? 0);
    this.heights.set(id, height);
  }

  get mean(): number {
    return this.heights.size === 0 ? firstGuess : this.sum / this.heights.size;
  }

  of(id: string): number {
    return this.heights.get(id) ?? this.mean;
  }
}

/** The last rows: what is drawn while the reader is at the end. */
export function windowAtEnd(rows: readonly Row[], heights: RowHeights): ListWindow {
  const start = Math.max(0, rows.length - drawnAtEnd);
  return { aboveHeight: start * heights.mean, belowHeight: 0, end: rows.length, start };
}

/** The rows at this height of the list, where nothing else says which they are: somebody pulled the bar to where no row is drawn. */
export function windowAt(rows: readonly Row[], heights: RowHeights, view: View): ListWindow {
  return windowAround(rows, heights, { index: rowAt(rows, heights, view.top), top: 0 }, view.height);
}

/** A row that is seen, and how far it stands below the upper edge. */
export interface Anchor {
  readonly index: number;
  readonly top: number;
}

/** The rows around one that is seen, and some more. Heights of rows far away are guesses, so those near it are counted from it. */
export function windowAround(rows: readonly Row[], heights: RowHeights, anchor: Anchor, viewHeight: number): ListWindow {
  const start = Math.max(0, anchor.index - spare);
  let end = anchor.index;
  for (let bottom = anchor.top; end < rows.length && bottom < viewHeight; end += 1) bottom += heights.of(rows[end]?.id ?? '');
  end = Math.min(rows.length, end + spare);
  return { aboveHeight: heightOf(rows, heights, 0, start), belowHeight: heightOf(rows, heights, end, rows.length), end, start };
}

function rowAt(rows: readonly Row[], heights: RowHeights, y: number): number {
  let top = 0;
  for (const [index, row] of rows.entries()) {
    top += heights.of(row.id);
    if (top > y) return index;
  }
  return Math.max(0, rows.length - 1);
}

function heightOf(rows: readonly Row[], heights: RowHeights, start: number, end: number): number {
  let height = 0;
  for (let index = start; index < end; index += 1) height += heights.of(rows[index]?.id ?? '');
  return height;
}
