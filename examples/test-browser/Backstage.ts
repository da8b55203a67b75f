import type { Locator, Page } from 'playwright-core';

/** What goes on behind the conversation, beside it on the page. */
export class Backstage {
  readonly box: Locator;
  readonly clock: Locator;
  readonly shard: Locator;

  constructor(page: Page) {
    this.box = page.getByRole('complementary', { name: 'Backstage' });
    this.clock = this.box.getByRole('region', { name: 'Clock' });
    this.shard = this.box.locator('[data-shard="0"]');
  }

  /** The last entry of the timeline with this name and, if given, these words in its line. */
  entry(name: string, words: RegExp | string = ''): Locator {
    return this.box.locator(`[data-name="${name}"]`).filter({ hasText: words }).last();
  }

  async press(button: RegExp | string): Promise<void> {
    await this.box.getByRole('button', { name: button }).click();
  }
}
