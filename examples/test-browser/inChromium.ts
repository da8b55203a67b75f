import { afterAll, beforeAll } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';
import { Visit, type VisitOptions } from './Visit.js';

/** Debian's. The script that runs these tests says how to install it. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever a page or the browser itself would ask of the world: there is none.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

/** A browser for the tests of a file. Each visit has a new profile, and a playground of its own. */
export function inChromium(): (options?: VisitOptions) => Promise<Visit> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, headless: true, args });
  });
  afterAll(() => browser.close());
  return (options) => Visit.open(browser, options);
}
