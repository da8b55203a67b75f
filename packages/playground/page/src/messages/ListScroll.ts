import { signal } from '@preact/signals';
import { RowHeights, windowAround, windowAt, windowAtEnd, type ListWindow } from './listWindow.js';
import { indexOfId } from '../state/snowflakes.js';

interface Row {
  readonly id: string;
}

const nearPx = 40;
const fetchPx = 600;
/** The window is drawn anew when the reader has come this far. */
const stepPx = 200;

/** Where the reader of a long list is: at its end, or at a row that stays in its place whatever comes above it. */
export class ListScroll {
  /** Changes when the list is to be drawn anew. */
  readonly version = signal(0);
  isAtEnd = true;
  private anchor: { readonly id: string; readonly top: number } | null = null;
  private channelId: string | null = null;
  private drawnTop = 0;
  private readonly heights = new RowHeights();
  private ownLastId: string | null = null;
  private view = { height: 800, top: 0 };

  /** The rows to draw. Another channel begins at its end. Whoever draws them depends on the version. */
  window(channelId: string | null, rows: readonly Row[], _version: number): ListWindow {
    if (channelId !== this.channelId) {
      this.channelId = channelId;
      this.isAtEnd = true;
      this.anchor = null;
    }
    this.drawnTop = this.view.top;
    if (this.isAtEnd) return windowAtEnd(rows, this.heights);
    const index = this.anchor === null ? -1 : indexOfId(rows, this.anchor.id);
    if (this.anchor === null || index < 0) return windowAt(rows, this.heights, this.view);
    return windowAround(rows, this.heights, { index, top: this.anchor.top }, this.view.height);
  }

  /** After drawing: measures the rows, and puts the reader where they were. */
  settle(box: HTMLElement | null): void {
    if (box === null) return;
    for (const row of rowsIn(box)) this.heights.set(row.dataset['messageId'] ?? '', row.offsetHeight);
    if (this.isAtEnd) box.scrollTop = box.scrollHeight;
    else this.holdAnchor(box);
    this.see(box);
  }

  /** The reader scrolled. Says whether older rows will be wanted soon. */
  moved(box: HTMLElement): boolean {
    const wasAtEnd = this.isAtEnd;
    const distance = box.scrollHeight - box.scrollTop - box.clientHeight;
    // Who scrolls up means it, however slowly, while messages come in between. Nobody else leaves the end: not who writes a longer message.
    const isUp = box.scrollTop < this.view.top - 1;
    this.isAtEnd = isUp ? distance < 2 : wasAtEnd || distance < nearPx;
    this.see(box);
    if (wasAtEnd !== this.isAtEnd || Math.abs(this.view.top - this.drawnTop) > stepPx) this.version.value += 1;
    return box.scrollTop < fetchPx;
  }

  /** Who writes wants to see it: a message of their own as the last one leads to the end. */
  follow(ownLastId: string | null): void {
    if (ownLastId !== null && ownLastId !== this.ownLastId) this.isAtEnd = true;
    this.ownLastId = ownLastId ?? this.ownLastId;
  }

  toEnd(box: HTMLElement): void {
    this.isAtEnd = true;
    this.version.value += 1;
    box.scrollTop = box.scrollHeight;
  }

  private see(box: HTMLElement): void {
    this.view = { height: box.clientHeight, top: box.scrollTop };
    const first = this.isAtEnd ? undefined : rowsIn(box).find((row) => row.offsetTop + row.offsetHeight > box.scrollTop);
    const top = first === undefined ? 0 : first.offsetTop - box.scrollTop;
    this.anchor = first === undefined || top > box.clientHeight ? null : { id: first.dataset['messageId'] ?? '', top };
  }

  private holdAnchor(box: HTMLElement): void {
    const { anchor } = this;
    const row = anchor === null ? undefined : rowsIn(box).find((each) => each.dataset['messageId'] === anchor.id);
    if (row === undefined || anchor === null) return;
    const shift = row.offsetTop - box.scrollTop - anchor.top;
    if (Math.abs(shift) >= 1) box.scrollTop += shift;
  }
}

function rowsIn(box: HTMLElement): readonly HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>('[data-message-id]')];
}
