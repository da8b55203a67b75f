import { describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parityPage, surveyParity, unexplainedEvents, unexplainedOperations } from './parityPage.js';

const PAGE = join(__dirname, '../../../../docs/fake-discord-parity.md');
/** Set by `npm run parity`: the page is written anew. */
const IS_WRITTEN = process.env['APLOMB_WRITE_PARITY'] === 'yes';

describe('what the fake does and does not', () => {
  const parity = surveyParity();

  it('is on its page', () => {
    const page = parityPage(parity);
    if (IS_WRITTEN) writeFileSync(PAGE, page);
    // Stale? `npm run parity` writes it anew.
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });

  it('has a reason for each operation that is not served, and for each event that is never sent', () => {
    expect([unexplainedOperations(parity), unexplainedEvents(parity)]).toEqual([[], []]);
  });
});
