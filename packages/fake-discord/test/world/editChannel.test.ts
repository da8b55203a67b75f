import { describe, expect, it } from '@jest/globals';
import { addChannel, openDirectChannel } from '../../src/world/arrange.js';
import { editChannel } from '../../src/world/editChannel.js';
import { Form } from '../../src/world/forms/Form.js';
import { arrangeHome, outcome } from '../arrangeHome.js';

const home = () => arrangeHome({ botPermissions: ['ManageChannels'] });

describe('an edit of a channel', () => {
  it('changes its name and topic, and is told', () => {
    const { bot, general, told, world } = home();
    editChannel(world, bot.id, general.id, new Form({ name: 'The Hall', topic: 'talk' }));
    expect([general.name, general.topic, told()]).toEqual(['the-hall', 'talk', ['CHANNEL_UPDATE']]);
    editChannel(world, bot.id, general.id, new Form({ topic: null }));
    expect([general.name, general.topic]).toEqual(['the-hall', null]);
  });

  it('leaves the name of a voice channel as it was written', () => {
    const { bot, guild, world } = home();
    const voice = addChannel(world, guild, { kind: 'voice', name: 'voice' });
    editChannel(world, bot.id, voice.id, new Form({ name: 'The Hall', user_limit: 5, topic: 'x' }));
    expect([voice.name, voice.userLimit, voice.topic]).toEqual(['The Hall', 5, null]);
  });

  it.each([{ name: '' }, { name: 'x'.repeat(101) }, { topic: 'x'.repeat(1_025) }, { user_limit: 100 }])('refuses %j', (body) => {
    const { bot, general, told, world } = home();
    expect([outcome(() => editChannel(world, bot.id, general.id, new Form(body))), told()]).toEqual(['400 50035', []]);
  });

  it('is for those who may manage channels, and for no direct channel', () => {
    const { alice, bot, general, world } = home();
    expect(outcome(() => editChannel(world, alice.id, general.id, new Form({})))).toBe('403 50013');
    expect(outcome(() => editChannel(world, bot.id, openDirectChannel(world, alice).id, new Form({})))).toBe('400 50024');
  });

  it('says by name what it cannot change yet', () => {
    const { bot, general, world } = home();
    expect(() => editChannel(world, bot.id, general.id, new Form({ nsfw: true }))).toThrow(
      expect.objectContaining({ code: 'FAKE_NOT_SIMULATED' }),
    );
  });
});
