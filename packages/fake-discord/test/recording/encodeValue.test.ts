import { beforeEach, describe, expect, it } from '@jest/globals';
import { Interaction, Modal } from '../../src/actors/Interaction.js';
import type { InteractionRecord } from '../../src/world/interactions/InteractionRecord.js';
import { encodeValue } from '../../src/recording/encodeValue.js';
import { arrangePeople } from '../actors/arrangePeople.js';
import type { People } from '../actors/arrangePeople.js';

let people: People;

beforeEach(() => {
  people = arrangePeople();
});

const encode = (value: unknown): unknown => encodeValue(people.home.world, value);

describe('a value of an act as JSON', () => {
  it('is itself when it is plain', () => {
    expect(encode([null, undefined, true, 5, 'x', { a: 1, b: undefined }, () => 1])).toEqual([null, null, true, 5, 'x', { a: 1 }, null]);
    expect(encode({ data: Buffer.from('hi') })).toEqual({ data: { $bytes: 'aGk=' } });
  });

  it('names actors by their ids, and a conversation with the bot by whose it is', async () => {
    const { alice, general, guild } = people;
    const message = await alice.send(general, 'x');
    const interaction = new Interaction(people.home.world, { id: '7' } as InteractionRecord);
    const modal = new Modal(interaction, { custom_id: 'form', title: 'x', components: [] });
    expect(encode([alice, general, guild, message, alice.directChannel, interaction, modal])).toEqual([
      { $user: alice.id },
      { $channel: general.id },
      { $guild: guild.id },
      { $message: message.id },
      { $direct: alice.id },
      { $interaction: '7' },
      { $modal: '7' },
    ]);
  });

  it('knows what has an id, whatever object it is', async () => {
    const { alice, general, guild, home } = people;
    const files = ['a', 'b'].map((filename) => ({ filename, data: 'x' }));
    const message = await alice.send(general, { files });
    const role = guild.addRole({ name: 'r' });
    const ids = [alice.id, general.id, role.id, message.id, message.data.attachments[1]!.id, alice.directChannel.id, home.bot.id, '404'];
    expect(ids.map((id) => encode({ id }))).toEqual([
      { $user: alice.id },
      { $channel: general.id },
      { $role: role.id },
      { $message: message.id },
      { $file: 1, message: message.id },
      { $direct: alice.id },
      { $user: home.bot.id },
      { id: '404' },
    ]);
  });
});
