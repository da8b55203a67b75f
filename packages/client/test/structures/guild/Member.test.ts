import { describe, expect, it } from '@jest/globals';
import { MEMBER, USER } from './samples.js';
import { guildWorld, hiddenKeys } from './structure.js';

const ids = { guildId: '100', userId: USER.id };
const member = (data: object = {}) => guildWorld().views.member({ ...MEMBER, ...data }, ids);

describe('a member', () => {
  it('shows all that its payload has', () => {
    expect(hiddenKeys(member(), MEMBER)).toEqual([]);
    expect(member().roleIds).toEqual(['300']);
  });

  it('shows what a payload leaves out as nothing', () => {
    const bare = guildWorld().views.member({ roles: [], joined_at: null }, ids);
    expect([bare.nick, bare.avatar, bare.joinedAt, bare.deaf, bare.mute, bare.flags]).toEqual([null, null, null, false, false, 0]);
    expect([bare.pending, bare.isTimedOut, bare.collectibles, bare.avatarDecorationData]).toEqual([false, false, null, null]);
  });

  it('has its user from the payload, else from the cache, else by its id alone', () => {
    const { views } = guildWorld();
    const of = (userId: string) => views.member({ roles: [], joined_at: null }, { guildId: '100', userId }).user;
    expect([member().user.username, of('82').id, of('82').username, of('999').id, of('999').username]).toEqual([
      'nelly',
      '82',
      'nelly',
      '999',
      '',
    ]);
  });

  it('is called as it is in this guild', () => {
    expect([member().displayName, member({ nick: null }).displayName, String(member())]).toEqual(['Nell', 'Nelly', `<@${USER.id}>`]);
  });

  it('is timed out until that is over', () => {
    const { clock, views } = guildWorld();
    const until = (ms: number) =>
      views.member({ ...MEMBER, communication_disabled_until: new Date(clock.wallMs() + ms).toISOString() }, ids);
    expect([until(1_000).isTimedOut, until(-1_000).isTimedOut]).toEqual([true, false]);
  });

  it('has its roles, its guild, its voice and its presence', () => {
    const { guild, presence, roles, voice } = member();
    expect([roles.map(({ name }) => name), guild?.name, voice?.channelId, presence?.status]).toEqual([
      ['Moderators'],
      'Home',
      '200',
      'idle',
    ]);
    expect([roles.get('300')?.name, roles.get('310'), member({ roles: ['300', '999'] }).roles.size]).toEqual(['Moderators', undefined, 1]);
    expect([member().highestRole?.id, member().isOwner, member().hasFlag(2)]).toEqual(['300', false, true]);
  });

  it('has its images, and those of its user where it has none', () => {
    const base = `https://cdn.discordapp.com/guilds/100/users/${USER.id}`;
    expect(member().avatarUrl()).toBe(`${base}/avatars/a_memberavatar.webp?animated=true`);
    expect(member().bannerUrl()).toBe(`${base}/banners/memberbanner.webp`);
    const bare = member({ avatar: null, banner: null });
    expect([bare.avatarUrl(), bare.bannerUrl(), bare.displayAvatarUrl()]).toEqual([null, null, bare.user.displayAvatarUrl()]);
  });
});

describe('what a member may do', () => {
  const { views } = guildWorld();
  const cached = (id: string) => {
    const found = views.cachedMember('100', id);
    if (found === undefined) throw new Error(`There is no member ${id}.`);
    return found;
  };
  const [moderator, bot, owner, anybody] = [cached(USER.id), cached('8'), cached('81'), cached('82')] as const;

  it('comes from its roles, and of the owner from owning', () => {
    expect([moderator.permissions.has('KICK_MEMBERS'), anybody.permissions.has('KICK_MEMBERS')]).toEqual([true, false]);
    expect([owner.permissions.has('ADMINISTRATOR'), owner.isOwner]).toEqual([true, true]);
    expect([moderator.permissionsIn('200').has('VIEW_CHANNEL'), anybody.permissionsIn('200').has('BAN_MEMBERS')]).toEqual([true, false]);
  });

  it('depends on rank', () => {
    expect([moderator.outranks(anybody), moderator.outranks(bot), bot.outranks(owner)]).toEqual([true, false, false]);
    expect([moderator.canKick(anybody), moderator.canKick('8'), moderator.canBan(anybody), anybody.canKick(moderator)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([bot.canTimeout(moderator), bot.canTimeout(owner), bot.canManageNickname(moderator), anybody.canManageNickname(bot)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([bot.canManageRole('300'), bot.canManageRole('310'), bot.canAssignRole('300')]).toEqual([true, false, false]);
  });

  it('is asked for the bot itself', () => {
    const may = [moderator, owner].map(({ bannable, kickable, manageable, moderatable }) => [bannable, kickable, manageable, moderatable]);
    expect(may).toEqual([
      [true, true, true, true],
      [false, false, false, false],
    ]);
  });

  it('goes by the roles that the view shows, and for a member that is not cached, too', () => {
    const guest = views.member({ roles: ['300'], joined_at: null }, { guildId: '100', userId: '999' });
    expect([guest.permissions.has('KICK_MEMBERS'), guest.canKick('82'), bot.canKick(guest), anybody.canKick(guest)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('is not guessed where the cache lacks something', () => {
    expect(() => moderator.canKick('999')).toThrow(expect.objectContaining({ code: 'CACHE_LACKS_DATA' }));
  });

  it('needs nobody to be known by who may do it to nobody', () => {
    expect(anybody.canKick('999')).toBe(false);
  });
});
