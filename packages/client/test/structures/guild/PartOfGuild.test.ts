import { describe, expect, it } from '@jest/globals';
import { BAN } from './samples.js';
import { guildWorld } from './structure.js';

describe('what belongs to a guild', () => {
  it('finds its guild, if that is cached', () => {
    const { views } = guildWorld();
    expect([views.ban(BAN, '100').guild?.id, views.ban(BAN, '999').guild, views.ban(BAN, '999').guildId]).toEqual([
      '100',
      undefined,
      '999',
    ]);
  });
});
