import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentSafe, type MentionNames } from '../../src/text/contentSafe.js';
import { mentionsIn } from '../../src/text/parseMention.js';

const NAMES: MentionNames = {
  user: (id) => ({ '1': 'alice', '2': '&3>' })[id],
  role: (id) => ({ '3': 'mods' })[id],
  channel: (id) => ({ '4': 'general' })[id],
};

describe('contentSafe', () => {
  it('puts names in the place of mentions', () => {
    expect(contentSafe('<@1> and <@!1> asked <@&3> in <#4>.', NAMES)).toBe('@alice and @alice asked @mods in #general.');
  });

  it('says where nobody knows the name', () => {
    expect(contentSafe('<@9> <@&9> <#9>', NAMES)).toBe('@invalid-user @deleted-role #deleted-channel');
  });

  it('Y-05 pings nobody by @everyone and @here', () => {
    expect(contentSafe('@everyone @here @alice', NAMES)).toBe('@\u200beveryone @\u200bhere @alice');
  });

  it('leaves the rest as it is', () => {
    const text = 'a@b.c <:smile:1> <t:1:R> </roll:1> **b** <@x>';
    expect(contentSafe(text, NAMES)).toBe(text);
  });

  it('leaves what it is told to leave', () => {
    const text = '<@1> <@&3> <#4> @everyone @here';
    expect(contentSafe(text, NAMES, { users: false, roles: false, channels: false, everyone: false, here: false })).toBe(text);
    expect(contentSafe(text, NAMES, { users: false, here: false })).toBe('<@1> @mods #general @\u200beveryone @here');
  });

  it.each(['<@1>everyone', '<<@2>', '<@2><@2>', '<<@1>3>', '<<@1>&3>', '<<#4>3>'])(
    'Y-05 makes no mention of a name and the text around it: %j',
    (text) => {
      const everyName = contentSafe(text, { ...NAMES, user: (id) => (id === '1' ? '' : '&3>') });
      expect([...mentionsIn(everyName)]).toEqual([]);
      expect(everyName).not.toMatch(/@(everyone|here)/);
    },
  );

  it('Y-05 pings nobody, whatever the text and the names are', () => {
    const pieces = fc.array(fc.constantFrom('<', '>', '@', '#', '&', '!', '1', '3', 'every', 'one', 'here', '<@1>', '<@&3>', '<#4>'), {
      maxLength: 12,
    });
    const texts = pieces.map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, texts, texts, (text, user, role) => {
        const safe = contentSafe(text, { user: () => user, role: () => role, channel: () => user });
        expect([...mentionsIn(safe)]).toEqual([]);
        expect(safe).not.toMatch(/@(everyone|here)/);
      }),
      { numRuns: 20_000 },
    );
  });
});
