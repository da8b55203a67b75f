import { describe, expect, it } from '@jest/globals';
import { Channel } from '../../src/actors/Channel.js';
import { User } from '../../src/actors/User.js';
import { Form } from '../../src/world/forms/Form.js';
import type { PersonEvent } from '../../src/watch/PersonEvent.js';
import { arrangeHome } from '../arrangeHome.js';
import { makeStage } from '../makeStage.js';

/** Alice, who watches, and bob; the bot has a command. */
function arrange() {
  const home = arrangeHome();
  home.commands.put({ guildId: null }, new Form({ name: 'tea', description: 'x' }));
  const stage = makeStage(home);
  const [alice, bob] = [new User(stage, home.alice), new User(stage, home.bob)];
  const seen: PersonEvent[] = [];
  const end = alice.watch((event) => seen.push(event));
  return { alice, bob, end, general: new Channel(stage, home.general), home, seen };
}

describe('somebody who watches', () => {
  it('sees what becomes of their own interactions, and not of those of others', async () => {
    const { alice, bob, general, home, seen } = arrange();
    const own = await alice.useCommand(general, 'tea');
    await bob.useCommand(general, 'tea');
    home.interactions.answer(own.id, own.source.token, new Form({ type: 5, data: {} }), new Map());
    expect(seen).toMatchObject([
      { t: 'INTERACTION_STATE', d: { id: own.id, state: 'opened', name: 'tea' } },
      { t: 'MESSAGE_CREATE', d: { flags: 128 } },
      { t: 'INTERACTION_STATE', d: { id: own.id, state: 'thinking' } },
    ]);
  });

  it('sees nothing any more when it is over', () => {
    const { end, home, seen } = arrange();
    home.say(home.bob, 'one');
    end();
    home.say(home.bob, 'two');
    expect(seen.map(({ t }) => t)).toEqual(['MESSAGE_CREATE']);
  });
});
