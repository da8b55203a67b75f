import { Intents } from '@aplomb/gateway';
import { describe, expect, it } from '@jest/globals';
import { intentsFor, intentsOfEvent, lacksMessageContent, missingIntents } from '../src/intentsFor.js';

describe('intentsFor', () => {
  it('takes what the listeners need', () => {
    expect(intentsFor(['messageCreate', 'guildBanAdd'])).toBe(Intents.GuildMessages | Intents.DirectMessages | Intents.GuildModeration);
  });

  it('never takes a privileged intent', () => {
    expect(intentsFor(['guildMemberAdd', 'presenceUpdate', 'threadMembersUpdate'])).toBe(Intents.Guilds);
  });

  it('knows what the events that the framework makes are made of', () => {
    expect(intentsFor(['guildJoin'])).toBe(Intents.Guilds);
    expect(intentsFor(['interactionCreate', 'cacheReady'])).toBe(Intents.Guilds);
  });

  it('takes none when everything wanted comes without', () => {
    expect(intentsFor(['interactionCreate'])).toBe(0);
  });

  it('takes all but the privileged when nothing, or everything, is wanted of Discord', () => {
    expect([[], ['error', 'shardReady'], ['raw'], ['raw', 'guildCreate']].map(intentsFor)).toEqual(
      new Array(4).fill(Intents.NonPrivileged),
    );
  });

  it('is not fooled by names that every object has', () => {
    expect(intentsOfEvent('constructor')).toEqual([]);
    expect(intentsFor(['constructor'])).toBe(Intents.NonPrivileged);
  });
});

describe('missingIntents', () => {
  it('names those of which one would do', () => {
    expect(missingIntents('messageCreate', Intents.Guilds)).toEqual(['GuildMessages', 'DirectMessages']);
    expect(missingIntents('messageCreate', Intents.DirectMessages)).toBeNull();
    expect(missingIntents('interactionCreate', 0)).toBeNull();
    expect(missingIntents('error', 0)).toBeNull();
  });
});

describe('lacksMessageContent', () => {
  it('concerns events with a text only', () => {
    expect(lacksMessageContent('messageCreate', Intents.NonPrivileged)).toBe(true);
    expect(lacksMessageContent('messageUpdate', Intents.All)).toBe(false);
    expect(lacksMessageContent('messageDelete', 0)).toBe(false);
  });
});
