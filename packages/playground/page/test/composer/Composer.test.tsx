import { describe, expect, it } from '@jest/globals';
import { Composer } from '../../src/composer/Composer.js';
import { personFromView } from '../../src/state/personFromView.js';
import type { PersonState } from '../../src/state/PersonState.js';
import { htmlIn } from '../drawn.js';
import { aliceSeat, channel, guild, message, person, view } from '../fixtures.js';

const html = (state: PersonState): string => htmlIn(aliceSeat(state), <Composer />);
const inChannel = (parts: object): PersonState =>
  personFromView({ ...view, guilds: [guild({ channels: [channel('20', 'general', parts)] })] });
const news = { channelId: '20', id: '7', kind: 2, messageId: null, name: 'tea', replyId: null, userId: '100' };
const after = (state: string): PersonState => ({ ...person, interactions: new Map([['7', { ...news, state } as never]]) });

describe('the composer', () => {
  it('names the channel that it writes to', () => {
    expect(html(person)).toContain('aria-label="Message #general"');
  });

  it('says when one may not write', () => {
    expect(html(inChannel({ permissions: '1024' }))).toContain('You may not write in this channel');
  });

  it('is not there in a forum, which holds posts only', () => {
    expect(html(inChannel({ type: 15 }))).toBe('');
  });

  it('has what was begun to be written there, and says when it is too long', () => {
    const seat = aliceSeat();
    seat.drafts.set('20', 'x'.repeat(2_001));
    expect(htmlIn(seat, <Composer />)).toMatch(/xxx<\/textarea>.*length-left is-over[^>]*>-1</);
    seat.drafts.set('20', 'half a');
    expect(htmlIn(seat, <Composer />)).toMatch(/half a<\/textarea>/);
    expect(htmlIn(seat, <Composer />)).not.toContain('length-left');
  });

  it('says whom one answers', () => {
    const seat = aliceSeat();
    seat.aim.value = { message: message({ id: '1' }), type: 'reply' };
    expect(htmlIn(seat, <Composer />)).toMatch(/Replying to <strong>bob/);
  });

  it('says who is typing', () => {
    const typing = [{ channelId: '20', untilMs: Number.POSITIVE_INFINITY, userId: '101' }];
    expect(html({ ...person, typing })).toMatch(/data-typing="1".*bob is typing…/);
    expect(html({ ...person, typing: [{ ...typing[0]!, channelId: '21' }] })).toContain('data-typing="0"');
  });

  it('says that a command waits, and that it failed', () => {
    expect(html(after('opened'))).toMatch(/role="status".*\/tea.*Sending…/);
    expect(html(after('failed'))).toMatch(/role="alert".*\/tea.*This interaction failed/);
  });
});
