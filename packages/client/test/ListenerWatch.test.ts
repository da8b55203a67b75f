import { Intents } from '@aplomb/gateway';
import { describe, expect, it } from '@jest/globals';
import type { ClientError } from '../src/errors.js';
import { ListenerWatch } from '../src/ListenerWatch.js';

function world() {
  const warnings: ClientError[] = [];
  return { warnings, watch: new ListenerWatch((error) => warnings.push(error)) };
}

describe('the watch over listeners', () => {
  it('Y-16 warns at the start about a privileged intent that is missing, naming listener and intent', () => {
    const { warnings, watch } = world();
    watch.begin(Intents.NonPrivileged, true, ['guildMemberAdd', 'guildCreate']);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({
      code: 'MISSING_INTENT',
      message: expect.stringMatching(/`guildMemberAdd`.*GuildMembers is privileged/s),
    });
  });

  it('warns at once about a listener that comes later, and once for each event', () => {
    const { warnings, watch } = world();
    watch.listened('typingStart', 1);
    expect(warnings).toHaveLength(0);
    watch.begin(Intents.Guilds, false, []);
    watch.listened('typingStart', 1);
    watch.listened('typingStart', 2);
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('GuildMessageTyping or DirectMessageTyping')]);
    watch.begin(0, false, ['guildBanAdd']);
    expect(warnings[1]?.message).toContain('(none)');
  });

  it('explains empty messages to those who left the intents to us, and to nobody else', () => {
    const { warnings, watch } = world();
    watch.begin(Intents.GuildMessages, true, ['messageCreate']);
    expect(warnings[0]?.message).toContain('MessageContent');
    const other = world();
    other.watch.begin(Intents.GuildMessages, false, ['messageCreate']);
    expect(other.warnings).toHaveLength(0);
  });

  it('E-08 listener leak: warns once when an event has 50 listeners, with the stack of the last', () => {
    const { warnings, watch } = world();
    function addInHandler(count: number): void {
      watch.listened('messageCreate', count);
    }
    [49, 50, 51].forEach(addInHandler);
    expect(warnings).toMatchObject([
      { code: 'MANY_LISTENERS', message: expect.stringContaining('50 listeners'), stack: expect.stringContaining('addInHandler') },
    ]);
  });
});
