import { describe, expect, it } from '@jest/globals';
import { MessageFlags } from 'discord-api-types/v10';
import { button } from '../../src/builders/button.js';
import { embed } from '../../src/builders/embed.js';
import { container, section, separator, textDisplay } from '../../src/builders/layout.js';
import { fileDisplay, mediaGallery } from '../../src/builders/media.js';
import { message, type MessageOptions } from '../../src/builders/message.js';
import { poll } from '../../src/builders/poll.js';
import { row } from '../../src/builders/row.js';
import { refusal } from './refusal.js';

const go = row(button({ customId: 'go', label: 'Go' }));
const { Ephemeral, IsComponentsV2, SuppressEmbeds, SuppressNotifications } = MessageFlags;

describe('message', () => {
  it('writes what Discord reads', () => {
    const parts = {
      content: 'x',
      embeds: [embed({ title: 'x' })],
      components: [go],
      poll: poll({ question: 'x', answers: ['x'] }),
      tts: true,
    };
    expect(
      message({ ...parts, nonce: 'n', enforceNonce: true, stickerIds: ['1'], allowedMentions: { users: ['2'] }, replyTo: '3' }),
    ).toEqual({
      ...parts,
      nonce: 'n',
      enforce_nonce: true,
      sticker_ids: ['1'],
      allowed_mentions: { parse: [], users: ['2'] },
      message_reference: { message_id: '3', fail_if_not_exists: false },
    });
  });

  it('forwards', () => {
    expect(message({ forward: { channelId: '1', messageId: '2' } })).toEqual({
      message_reference: { type: 1, channel_id: '1', message_id: '2' },
    });
  });

  it('leaves the pinging to the client where nothing is said of it', () => {
    expect(message({ content: 'x' })).toEqual({ content: 'x' });
  });

  it('knows the flags', () => {
    expect(message({ content: 'x', ephemeral: true }).flags).toBe(Ephemeral);
    expect(message({ content: 'x', silent: true, suppressEmbeds: true }).flags).toBe(SuppressNotifications | SuppressEmbeds);
    expect(message({ content: 'x', silent: false })).not.toHaveProperty('flags');
  });

  it.each([
    [['text']],
    [[textDisplay('text'), go]],
    [[section({ components: ['x'], accessory: button({ customId: 'x', label: 'x' }) })]],
    [[mediaGallery(['https://e.com/a.png'])]],
    [[fileDisplay('a.pdf')]],
    [[separator()]],
    [[container({ components: ['x'] })]],
  ])('sets the flag of Components V2 where the components need it: %#', (components) => {
    const built = message({ components });
    expect(built.flags).toBe(IsComponentsV2);
    expect(built.components?.every((component) => typeof component === 'object')).toBe(true);
  });

  it('does not set it where rows are all there is', () => {
    expect(message({ components: [go] })).toEqual({ components: [go] });
  });

  it.each<[unknown, string]>([
    [{ content: 'x'.repeat(2_001) }, '`content` in `message(…)` has 2001 characters ("xxxxxxxxxxxxxxxxxxxx…"); at most 2000 are allowed'],
    [{ embeds: Array.from({ length: 11 }, () => embed({ title: 'x' })) }, '`embeds` in `message(…)` has 11 items; at most 10 are allowed'],
    [
      { embeds: [1, 2].map(() => embed({ description: 'x'.repeat(4_000) })) },
      '`embeds` in `message(…)` have 8000 characters in all their texts together',
    ],
    [
      { components: Array.from({ length: 6 }, (_, at) => row(button({ customId: `${at}`, label: 'x' }))) },
      '`components` in `message(…)` has 6 rows; at most 5 are allowed',
    ],
    [{ components: [go, go] }, '`components` in `message(…)` has the `customId` "go" twice'],
    [
      { components: [button({ customId: 'x', label: 'x' })] },
      '`components[0]` in `message(…)` does not stand by itself. Put buttons and selects into a `row(…)`',
    ],
    [{ content: 'x', components: ['x'] }, '`content` in `message(…)` cannot stand beside the flag of Components V2'],
    [
      { poll: poll({ question: 'x', answers: ['x'] }), components: ['x'] },
      '`poll` in `message(…)` cannot stand beside the flag of Components V2',
    ],
    [{ components: Array.from({ length: 41 }, () => 'x') }, '`components` in `message(…)` has 41 items'],
    [{ stickerIds: ['1', '2', '3', '4'] }, '`stickerIds` in `message(…)` has 4 items'],
    [{ nonce: 'x'.repeat(26) }, '`nonce` in `message(…)` has 26 characters'],
    [{ replyTo: '1', forward: { channelId: '1', messageId: '2' } }, '`forward` in `message(…)` stands beside `replyTo`'],
  ])('names the field, the value and the limit: %#', (options, words) => {
    const { code, message: text } = refusal(() => message(options as MessageOptions));
    expect([code, text]).toEqual(['INVALID_BODY', expect.stringContaining(words)]);
  });

  it.each<[MessageOptions]>([
    [{ content: 'x', replyTo: 'x' }],
    [{ stickerIds: ['x'] }],
    [{ forward: { channelId: 'x', messageId: '1' } }],
    [{ forward: { channelId: '1', messageId: 'x' } }],
  ])('refuses ids that are none: %j', (options) => {
    expect(refusal(() => message(options)).code).toBe('INVALID_OPTION');
  });

  it('asks who misspelt a name what was meant', () => {
    expect(refusal(() => message({ contents: 'x' } as MessageOptions)).message).toContain('Did you mean `content`?');
  });
});
