import { describe, expect, it } from '@jest/globals';
import { PermissionWatch } from '../src/PermissionWatch.js';

const BOT = '9';

function watchWith(rememberedRefusals: number) {
  const forgotten: (string | undefined)[] = [];
  const watch = new PermissionWatch({ rememberedRefusals, forgetRefusals: (id) => forgotten.push(id) });
  return { forgotten, watch };
}

describe('the watch over permissions', () => {
  it('wants nothing as long as nothing was forbidden', () => {
    const { forgotten, watch } = watchWith(0);
    expect(watch.wants('GUILD_ROLE_UPDATE')).toBe(false);
    watch.hear('GUILD_ROLE_UPDATE', {}, BOT);
    expect(forgotten).toEqual([]);
  });

  it('wants what changes permissions, and nothing else, when something was', () => {
    const { watch } = watchWith(1);
    const types = ['CHANNEL_UPDATE', 'GUILD_ROLE_UPDATE', 'GUILD_MEMBER_UPDATE', 'MESSAGE_CREATE', 'GUILD_MEMBER_ADD', 'constructor'];
    expect(types.filter((type) => watch.wants(type))).toEqual(['CHANNEL_UPDATE', 'GUILD_ROLE_UPDATE', 'GUILD_MEMBER_UPDATE']);
  });

  it('R-21 forgets what concerns a channel, a thread or a guild that has changed', () => {
    const { forgotten, watch } = watchWith(1);
    for (const type of ['CHANNEL_CREATE', 'CHANNEL_UPDATE', 'GUILD_CREATE', 'THREAD_UPDATE']) watch.hear(type, { id: '1102' }, BOT);
    expect(forgotten).toEqual(['1102', '1102', '1102', '1102']);
  });

  it('R-21 forgets all when roles have changed, or those of the bot itself', () => {
    const { forgotten, watch } = watchWith(1);
    watch.hear('GUILD_ROLE_UPDATE', { guild_id: '1101', role: { id: '1105' } }, BOT);
    watch.hear('GUILD_MEMBER_UPDATE', { guild_id: '1101', user: { id: BOT } }, BOT);
    expect(forgotten).toEqual([undefined, undefined]);
  });

  it('forgets nothing for the roles of somebody else, nor for what has no id', () => {
    const { forgotten, watch } = watchWith(1);
    watch.hear('GUILD_MEMBER_UPDATE', { guild_id: '1101', user: { id: '8' } }, BOT);
    watch.hear('GUILD_MEMBER_UPDATE', { guild_id: '1101', user: { id: BOT } }, null);
    watch.hear('GUILD_MEMBER_UPDATE', null, BOT);
    watch.hear('CHANNEL_UPDATE', { id: 7 }, BOT);
    expect(forgotten).toEqual([]);
  });
});
