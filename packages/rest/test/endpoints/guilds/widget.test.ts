import { describe, expect, it } from '@jest/globals';
import type { GuildWidgetStyle } from 'discord-api-types/v10';
import { guildWidgetMethods } from '../../../src/endpoints/guilds/widget.js';
import { itCalls } from '../itCalls.js';
import { RecordingRequester } from '../RecordingRequester.js';

const brief = { maxWaitMs: 1_000 };
const why = { reason: 'a new website' };
const query = { style: 'banner2' as GuildWidgetStyle };
const picture = { authorized: false, answerAs: 'bytes' } as const;

describe('the widget of a guild', () => {
  itCalls(guildWidgetMethods, [
    ['widgetSettings', ['1', brief], 'GET /guilds/1/widget', brief],
    ['editWidgetSettings', ['1', { enabled: true }, why], 'PATCH /guilds/1/widget', { ...why, body: { enabled: true } }],
    ['widget', ['1', brief], 'GET /guilds/1/widget.json', { ...brief, authorized: false }],
    ['widgetImage', ['1', query, brief], 'GET /guilds/1/widget.png', { ...brief, ...picture, query }],
    ['widgetImage', ['1'], 'GET /guilds/1/widget.png', picture],
  ]);

  it('is a picture in bytes', async () => {
    const png = Buffer.from('PNG');
    expect(await guildWidgetMethods(new RecordingRequester(png)).widgetImage('1')).toBe(png);
  });
});
