import { describe, expect, it } from '@jest/globals';
import { ActivityType } from 'discord-api-types/v10';
import { ActivityData } from '../../src/presence/ActivityData.js';

describe('ActivityData', () => {
  it('makes each kind that a bot may show', () => {
    expect(ActivityData.playing('chess')).toEqual({ type: ActivityType.Playing, name: 'chess' });
    expect(ActivityData.listening('rain')).toEqual({ type: ActivityType.Listening, name: 'rain' });
    expect(ActivityData.watching('you')).toEqual({ type: ActivityType.Watching, name: 'you' });
    expect(ActivityData.competing('a race')).toEqual({ type: ActivityType.Competing, name: 'a race' });
  });

  it('gives a custom status the name that Discord requires and does not show', () => {
    expect(ActivityData.custom('thinking')).toEqual({ type: ActivityType.Custom, name: expect.stringMatching(/./), state: 'thinking' });
  });

  it.each([['https://twitch.tv/monstercat'], ['https://www.youtube.com/watch?v=1']])('streams from %s', (url) => {
    expect(ActivityData.streaming('a show', url)).toEqual({ type: ActivityType.Streaming, name: 'a show', url });
    expect(ActivityData.streaming('a show', new URL(url))).toMatchObject({ url });
  });

  it.each([['http://twitch.tv/a'], ['https://twitch.tv.evil.example/a'], ['https://example.org'], ['monstercat'], ['']])(
    'does not stream from %p',
    (url) => {
      expect(() => ActivityData.streaming('a show', url)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
    },
  );
});
