import type { Locator, Page } from 'playwright-core';

/** A person's column of the page, found and used as people do: by what things are called, and by what stands in them. */
export class Column {
  readonly box: Locator;
  /** Where messages are written. */
  readonly field: Locator;
  readonly messages: Locator;
  private readonly page: Page;

  constructor(page: Page, person: string) {
    this.page = page;
    this.box = page.locator(`[data-person="${person}"]`);
    this.field = this.box.getByRole('textbox', { name: /^Message / });
    this.messages = this.box.locator('[data-message-id]');
  }

  /** The last message in which this stands. */
  message(text: RegExp | string): Locator {
    return this.messages.filter({ hasText: text }).last();
  }

  /** Looks into a channel. */
  async open(channel: string): Promise<void> {
    await this.showChannels();
    await this.box
      .getByRole('navigation', { name: /^Channels of/ })
      .getByRole('button', { name: channel, exact: true })
      .click();
    await this.box.getByRole('heading', { name: channel, exact: true }).waitFor();
  }

  /** Opens the list of channels, unless it lies open. */
  async showChannels(): Promise<void> {
    const servers = this.box.getByRole('navigation', { name: 'Servers' });
    if (!(await servers.isVisible())) await this.box.getByRole('button', { name: 'Servers and channels' }).click();
  }

  async say(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  /** Chooses a slash command. The focus is in its first option then, or on the button that sends it. */
  async type(command: string): Promise<void> {
    await this.field.pressSequentially(`/${command}`);
    await this.box
      .getByRole('option', { name: `/${command}` })
      .first()
      .waitFor();
    await this.field.press('Enter');
    await this.box
      .getByRole('form', { name: `Command ${command}` })
      .locator(':focus')
      .waitFor();
  }

  /** Uses a slash command without options. */
  async use(command: string): Promise<void> {
    await this.type(command);
    await this.page.keyboard.press('Enter');
  }

  /** Opens the menu of a message and chooses something in it. */
  async choose(message: Locator, item: string): Promise<void> {
    await message.hover();
    await message.getByRole('button', { name: 'More', exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}
