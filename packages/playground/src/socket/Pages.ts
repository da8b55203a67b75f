import type { PageSocket } from './PageSocket.js';
import type { News, State } from './PushBatch.js';

/** All pages that are open: what is told to one is told to each. */
export class Pages {
  private readonly open = new Set<PageSocket>();

  add(page: PageSocket): void {
    this.open.add(page);
  }

  delete(page: PageSocket): void {
    this.open.delete(page);
  }

  push(news: News): void {
    for (const page of this.open) page.push(news);
  }

  /** Tells a state that has changed, as `make` says it is when the next frames are made. */
  mark(type: State['type'], make: () => State): void {
    for (const page of this.open) page.mark(type, make);
  }
}
