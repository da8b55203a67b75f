import { describe, expect, it } from '@jest/globals';
import { ColumnHeader } from '../../src/column/ColumnHeader.js';
import { htmlIn } from '../drawn.js';
import { aliceSeat, person } from '../fixtures.js';

const html = (side: 'channels' | null): string =>
  htmlIn(aliceSeat({ ...person, unread: new Set(['21']) }), <ColumnHeader side={side} onSide={() => undefined} />);

describe('the header of a column', () => {
  it('marks that something is unread in channels that are not shown', () => {
    expect(html(null)).toMatch(/is-marked"[^>]*aria-label="Servers and channels \(unread\)"/);
    expect(html('channels')).not.toContain('(unread)');
  });
});
