import { describe, expect, it } from '@jest/globals';
import { ListScroll } from '../../src/messages/ListScroll.js';

const rowHeight = 20;

/** A list in a box of 100 pixels, drawn as the page draws it: rows of 20 pixels, and empty space for those that are not drawn. */
class FakeList {
  readonly scroll = new ListScroll();
  clientHeight = 100;
  rows: readonly { readonly id: string }[];
  scrollHeight = 0;
  private drawn: readonly {
    readonly dataset: { readonly messageId: string };
    readonly offsetHeight: number;
    readonly offsetTop: number;
  }[] = [];
  private top = 0;

  constructor(count: number) {
    this.rows = ids(1_000, count);
    this.draw();
  }

  get box(): HTMLElement {
    return this as unknown as HTMLElement;
  }

  get scrollTop(): number {
    return this.top;
  }

  set scrollTop(top: number) {
    this.top = Math.max(0, Math.min(top, this.scrollHeight - this.clientHeight));
  }

  /** The id of the first row that is seen, and how far it stands below the upper edge. */
  get seen(): readonly [string | undefined, number] {
    const first = this.drawn.find((row) => row.offsetTop + rowHeight > this.top);
    return [first?.dataset.messageId, (first?.offsetTop ?? 0) - this.top];
  }

  draw(): void {
    const { aboveHeight, belowHeight, end, start } = this.scroll.window('20', this.rows, 0);
    this.drawn = this.rows.slice(start, end).map(({ id }, index) => ({
      dataset: { messageId: id },
      offsetHeight: rowHeight,
      offsetTop: aboveHeight + index * rowHeight,
    }));
    this.scrollHeight = aboveHeight + this.drawn.length * rowHeight + belowHeight;
    this.scroll.settle(this.box);
  }

  add(count: number): void {
    this.rows = [...this.rows, ...ids(1_000 + this.rows.length, count)];
    this.draw();
  }

  scrollBy(pixels: number): boolean {
    this.scrollTop += pixels;
    const isNearBeginning = this.scroll.moved(this.box);
    this.draw();
    return isNearBeginning;
  }

  querySelectorAll(): readonly unknown[] {
    return this.drawn;
  }
}

function ids(first: number, count: number): readonly { readonly id: string }[] {
  return Array.from({ length: count }, (_, index) => ({ id: String(first + index) }));
}

describe('a reader at the end of a long list', () => {
  it('stays there while messages come', () => {
    const list = new FakeList(500);
    list.add(300);
    expect([list.scroll.isAtEnd, list.seen]).toEqual([true, ['1795', 0]]);
  });

  it('stays there when the box becomes lower', () => {
    const list = new FakeList(500);
    list.clientHeight = 40;
    list.scroll.moved(list.box);
    expect(list.scroll.isAtEnd).toBe(true);
  });

  it('leaves it however slowly they scroll up', () => {
    const list = new FakeList(500);
    list.scrollBy(-5);
    expect(list.scroll.isAtEnd).toBe(false);
  });
});

describe('a reader further up', () => {
  const reading = (): FakeList => {
    const list = new FakeList(500);
    for (let step = 0; step < 20; step += 1) list.scrollBy(-207);
    return list;
  };

  it('sees the same row while messages come below', () => {
    const list = reading();
    const before = list.seen;
    list.add(300);
    expect([list.scroll.isAtEnd, list.seen]).toEqual([false, before]);
  });

  it('sees the same row when older ones come above', () => {
    const list = reading();
    const before = list.seen;
    list.rows = [...ids(900, 100), ...list.rows];
    list.draw();
    expect(list.seen).toEqual(before);
  });

  it('is told when older messages will be wanted', () => {
    const list = reading();
    expect([list.scrollBy(-1), list.scrollBy(-100_000)]).toEqual([false, true]);
  });

  it('comes back to the end by themselves, by the button, and by writing', () => {
    const ways = [
      (list: FakeList) => list.scrollBy(100_000),
      (list: FakeList) => {
        list.scroll.toEnd(list.box);
      },
      (list: FakeList) => {
        list.scroll.follow('1500');
      },
    ];
    for (const way of ways) {
      const list = reading();
      way(list);
      expect(list.scroll.isAtEnd).toBe(true);
    }
  });
});
