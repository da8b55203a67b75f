import { describe, expect, it } from '@jest/globals';
import { escapeMentions } from '../../src/text/escapeMentions.js';

describe('escapeMentions', () => {
  it.each(['@everyone', '@here', '<@1102>', '<@!1102>', '<@&1102>', '@@everyone'])('Y-05 leaves nothing in %j that pings', (text) => {
    expect(escapeMentions(text)).not.toMatch(/@(everyone|here)|<@[!&]?\d/);
    expect(escapeMentions(text).replaceAll('\u200b', '')).toBe(text);
  });

  it.each(['a@b.c', '@ everyone', '<#1102>', '@alice', ''])('leaves %j alone', (text) => {
    expect(escapeMentions(text)).toBe(text);
  });
});
