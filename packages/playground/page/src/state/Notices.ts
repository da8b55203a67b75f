import { signal } from '@preact/signals';

/** Something to tell the reader once: what could not be done, mostly. */
export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'failed';
  readonly text: string;
}

const shownMs = 8_000;

/** The notices at the edge of the page. They go by themselves; screen readers are told at once. */
export class Notices {
  readonly list = signal<readonly Notice[]>([]);
  private lastId = 0;

  tell(kind: Notice['kind'], text: string): void {
    const notice = { id: (this.lastId += 1), kind, text };
    this.list.value = [...this.list.peek().slice(-2), notice];
    setTimeout(() => this.dismiss(notice.id), shownMs);
  }

  dismiss(id: number): void {
    this.list.value = this.list.peek().filter((notice) => notice.id !== id);
  }

  /** Waits for something, and tells when it fails. */
  async watch<Value>(doing: Promise<Value>): Promise<Value | undefined> {
    try {
      return await doing;
    } catch (error) {
      this.tell('failed', error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }
}
