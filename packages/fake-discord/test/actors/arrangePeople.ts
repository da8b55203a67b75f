import { Channel } from '../../src/actors/Channel.js';
import { Guild } from '../../src/actors/Guild.js';
import { User } from '../../src/actors/User.js';
import type { GuildSpec } from '../../src/world/arrange.js';
import { arrangeHome } from '../arrangeHome.js';
import type { Home } from '../arrangeHome.js';
import { makeStage } from '../makeStage.js';

/** A home with its people as tests meet them. */
export interface People {
  readonly alice: User;
  readonly bob: User;
  /** Who may do everything. */
  readonly boss: User;
  readonly general: Channel;
  readonly guild: Guild;
  readonly home: Home;
}

export function arrangePeople(spec: Partial<GuildSpec> = {}): People {
  const home = arrangeHome(spec);
  const stage = makeStage(home);
  const guild = new Guild(stage, home.guild);
  const admin = guild.addRole({ name: 'boss', permissions: ['Administrator'], position: 200 });
  const boss = guild.addMember({ name: 'boss', roles: [admin.id] });
  const [alice, bob] = [new User(stage, home.alice), new User(stage, home.bob)];
  home.events.length = 0;
  return { alice, bob, boss, general: new Channel(stage, home.general), guild, home };
}
