import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { LivePlayground } from '../src/playground/LivePlayground.js';
import { Backstage } from './Backstage.js';
import { Column } from './Column.js';

/** The browser that somebody comes with. */
export interface VisitOptions {
  readonly colorScheme?: 'dark' | 'light';
  readonly height?: number;
  readonly width?: number;
}

/** Longer than anything takes on a busy machine. */
const patienceMs = 15_000;

/** Somebody's visit to a playground that was started for it, as `npm start` does. What goes wrong in the page by itself fails the test. */
export class Visit {
  readonly backstage: Backstage;
  readonly page: Page;
  readonly live: LivePlayground;
  /** Addresses that the page asked for. */
  readonly requests: string[] = [];
  private readonly context: BrowserContext;
  private readonly problems: string[] = [];

  private constructor(live: LivePlayground, context: BrowserContext, page: Page) {
    this.backstage = new Backstage(page);
    this.context = context;
    this.page = page;
    this.live = live;
    context.on('request', (request) => this.requests.push(request.url()));
    page.on('websocket', (socket) => this.requests.push(socket.url()));
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
  }

  /** Starts a playground and opens its page. The visitor is alice first. */
  static async open(browser: Browser, { colorScheme = 'dark', height = 800, width = 1280 }: VisitOptions = {}): Promise<Visit> {
    const live = await LivePlayground.open({ openBrowser: false, port: 0, signal: new AbortController().signal });
    const context = await browser.newContext({
      colorScheme,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
      timezoneId: 'UTC',
      viewport: { height, width },
    });
    context.setDefaultTimeout(patienceMs);
    const visit = new Visit(live, context, await context.newPage());
    await visit.page.goto(live.url);
    await visit.as('alice').field.waitFor();
    return visit;
  }

  /** The column of a person. */
  as(person: string): Column {
    return new Column(this.page, person);
  }

  /** Opens one more column, for somebody else. */
  async join(person: string): Promise<Column> {
    await this.page.getByRole('button', { name: 'Add a column' }).click();
    await this.page.getByRole('menuitem', { name: `Act as ${person}` }).click();
    const column = this.as(person);
    await column.field.waitFor();
    return column;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
    await this.live[Symbol.asyncDispose]();
    expect(this.problems).toEqual([]);
  }
}
