import { ManualClock } from '@aplomb/base';
import { World } from '../src/world/World.js';
import type { WorldOptions } from '../src/world/World.js';

/** A world with a bot and nothing else. */
export function makeWorld(clock = new ManualClock(), options: Partial<WorldOptions> = {}): World {
  return new World({
    botName: 'robot',
    clock,
    messagesPerChannel: 1_000,
    obfuscateHiddenChannels: true,
    origin: 'http://127.0.0.1:1',
    privilegedIntents: ['GuildMembers', 'GuildPresences', 'MessageContent'],
    random: () => 0.5,
    ...options,
  });
}
