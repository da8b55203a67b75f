import type { APIMessage, APIPoll } from 'discord-api-types/v10';
import { describe, expect, it } from '@jest/globals';
import { personFromView } from '../../src/state/personFromView.js';
import { reducePerson } from '../../src/state/reducePerson.js';
import { drawn } from '../drawn.js';
import { alice, aliceSeat, bob, message, person, robot, view } from '../fixtures.js';

const html = (parts: Partial<APIMessage> | object): string => drawn(message({ id: '1', ...parts }));

describe('a message, drawn', () => {
  it('says who wrote it, in the colour of their role, and what', () => {
    expect(html({ author: alice, content: '**hi**' })).toMatch(/--name:\s?#336699.*>alice<.*<strong>hi<\/strong>/);
  });

  it('can be found by its id and author', () => {
    expect(html({})).toMatch(/<li[^>]*data-message-id="1"[^>]*data-author-id="101"/);
  });

  it('marks apps, edits, and what mentions oneself', () => {
    const text = html({ author: robot, content: 'a', edited_timestamp: '2026-11-21T12:00:00.000Z', mentions: [alice] });
    expect(text).toMatch(/is-for-me.*APP.*\(edited\)/);
  });

  it('shows what it answers, without anything to click in it', () => {
    const text = html({
      message_reference: { message_id: '0' },
      referenced_message: message({ content: 'see <#20> ||x||', id: '0' }),
      type: 19,
    });
    expect(text).toContain('see #general (spoiler)');
  });

  it('says that what it answers is gone', () => {
    expect(html({ message_reference: { message_id: '0' }, referenced_message: null, type: 19 })).toContain('is gone');
  });

  it('shows what only this person sees and it answers, which comes without it', () => {
    const secret = message({ content: 'psst', flags: 64, id: '0' });
    const room = { hasMore: false, isLoaded: true, messages: [secret] };
    const after = message({ id: '1', message_reference: { message_id: '0' } as never, type: 19 });
    expect(drawn(after, aliceSeat({ ...person, rooms: new Map([['20', room]]) }))).toMatch(/Go to the message.*psst/);
    expect(drawn(after)).toContain('cannot be shown');
  });

  it('says who used which command', () => {
    expect(html({ interaction: { name: 'tea' }, interaction_metadata: { user: alice } })).toMatch(/alice.*used.*\/tea/);
  });

  it('says which command of a menu was used, without a slash', () => {
    const metadata = { target_message_id: '9', user: alice };
    expect(html({ interaction: { name: 'Count words' }, interaction_metadata: metadata })).toMatch(/used <code[^>]*>Count words</);
  });

  it('that only oneself sees can be dismissed', () => {
    expect(html({ flags: 64 })).toMatch(/data-ephemeral="true".*Only you can see this.*Dismiss message/);
  });

  it('that is not there yet says that the app is thinking', () => {
    expect(html({ author: robot, flags: 128 })).toContain('robot is thinking…');
  });

  it('shows a forward as a quote', () => {
    const snapshot = { attachments: [], content: 'far away', embeds: [], timestamp: '2026-11-21T12:00:00.000Z' };
    expect(html({ message_snapshots: [{ message: snapshot }] })).toMatch(/<blockquote class="forwarded">.*far away/);
  });

  it('shows pictures as pictures, other files as cards, and stickers by name', () => {
    const file = (filename: string, content_type: string): object => ({
      content_type,
      filename,
      id: filename,
      size: 1_500,
      url: `/attachments/${filename}`,
    });
    const text = html({
      attachments: [file('a.png', 'image/png'), file('b.zip', 'application/zip'), file('SPOILER_c.png', 'image/png')],
      sticker_items: [{ format_type: 1, id: '1', name: 'Cup' }],
    });
    expect(text).toMatch(/<img class="picture" src="\/attachments\/a\.png" alt="a\.png".*b\.zip.*1\.5 kB.*Spoiler: c\.png.*Sticker: Cup/);
  });

  it('shows embeds, with links to http and https only', () => {
    const embed = {
      author: { name: 'me', url: 'javascript:alert(1)' },
      color: 0xff0000,
      fields: [{ inline: true, name: 'n', value: 'v' }],
      footer: { text: 'f' },
      title: 't',
      url: 'https://a.example',
    };
    const text = html({ embeds: [embed] });
    expect(text).toMatch(/--accent-line:\s?#ff0000.*me.*href="https:\/\/a\.example".*t.*is-inline.*n.*v.*f/);
    expect(text).not.toContain('javascript:');
  });

  it('asks no other host for a picture', () => {
    const text = html({
      embeds: [{ image: { url: 'https://elsewhere.example/cat.png' }, thumbnail: { url: '//elsewhere.example/dog.png' } }],
    });
    expect(text).not.toMatch(/<img[^>]*elsewhere/);
    expect(text).toContain('cat.png');
  });

  it('shows reactions with their counts, one’s own pressed', () => {
    const text = html({ reactions: [{ count: 2, emoji: { id: null, name: '🍵' }, me: true }] });
    expect(text).toMatch(/aria-pressed="true"[^>]*aria-label="🍵, 2 reactions"/);
  });

  it('leads to its thread', () => {
    expect(html({ thread: { id: '21', message_count: 1, name: 'About tea' } })).toMatch(/thread-chip.*tea-room/);
  });

  it('that nobody wrote is a sentence', () => {
    expect(html({ type: 7 })).toMatch(/is-system.*<strong>bob<\/strong> joined/);
  });
});

describe('a poll, drawn', () => {
  const poll = (parts: object = {}): Partial<APIMessage> => ({
    poll: {
      allow_multiselect: false,
      answers: [{ answer_id: 1, poll_media: { text: 'Green' } }],
      expiry: '2026-11-22T12:00:00.000Z',
      question: { text: 'Which?' },
      ...parts,
    } as unknown as APIPoll,
  });

  it('lets one choose until one has voted', () => {
    expect(html(poll())).toMatch(/aria-label="Poll: Which\?".*type="radio".*Vote.*ends tomorrow/);
  });

  it('shows bars afterwards', () => {
    const results = { answer_counts: [{ count: 3, id: 1, me_voted: true }], is_finalized: false };
    expect(html(poll({ results }))).toMatch(/is-mine" data-votes="3".*100%.*Remove vote/);
  });

  it('shows bars when it has ended, to everybody', () => {
    expect(html(poll({ expiry: '2026-11-20T12:00:00.000Z' }))).toMatch(/has ended.*poll-bars/);
  });
});

describe('a message whose component failed', () => {
  const news = { channelId: '20', id: '7', kind: 3, messageId: '1', name: 'yes', replyId: null, state: 'failed', userId: '100' };
  const failed = reducePerson(person, [{ d: news, t: 'INTERACTION_STATE' }], 0);

  it('says so, to the person who used it', () => {
    expect(drawn(message({ author: robot, id: '1' }), aliceSeat(failed))).toContain('This interaction failed');
    expect(drawn(message({ author: robot, id: '1' }), aliceSeat(personFromView({ ...view, me: bob })))).not.toContain('failed');
  });
});
