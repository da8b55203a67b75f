import { describe, expect, it } from '@jest/globals';
import { ParentIndex } from '../../src/collectors/ParentIndex.js';
import { NotingEar } from './hubWorld.js';

function earAt(conditions: object): NotingEar {
  return new NotingEar({ event: 'messageReactionAdd', conditions }, { event: 'messageReactionRemove', conditions });
}

describe('what collectors hang on', () => {
  it('concerns the events that may take it away, and only while somebody hangs on it', () => {
    const parents = new ParentIndex();
    const ear = earAt({ messageId: '1' });
    const concerned = () =>
      ['messageDelete', 'messageDeleteBulk', 'channelDelete', 'guildDelete', 'messageCreate'].filter((event) => parents.concerns(event));
    expect(concerned()).toEqual([]);
    parents.add(ear);
    expect(concerned()).toEqual(['messageDelete', 'messageDeleteBulk']);
    parents.remove(ear);
    expect(concerned()).toEqual([]);
  });

  it.each([
    ['messageDelete', { id: '1' }, 'messageDelete'],
    ['messageDeleteBulk', { ids: ['9', '1'] }, 'messageDelete'],
    ['channelDelete', { id: '2' }, 'channelDelete'],
    ['threadDelete', { id: '2' }, 'threadDelete'],
    ['guildDelete', { id: '3' }, 'guildDelete'],
  ])('E-09 ends a collector once by %s %j', (event, data, reason) => {
    const parents = new ParentIndex();
    const ear = earAt({ messageId: '1', channelId: '2', guildId: '3' });
    ear.onNote = () => {
      parents.remove(ear);
    };
    parents.add(ear);
    parents.hear(event, data);
    parents.hear(event, data);
    expect(ear.notes).toEqual([`end: ${reason}`]);
  });

  it.each([
    ['messageDelete', { id: '9' }],
    ['guildDelete', { id: '3', unavailable: true }],
    ['channelUpdate', { id: '2' }],
  ])('goes on after %s %j', (event, data) => {
    const parents = new ParentIndex();
    const ear = earAt({ messageId: '1', channelId: '2', guildId: '3' });
    parents.add(ear);
    parents.hear(event, data);
    expect(ear.notes).toEqual([]);
  });

  it('may go without an event: the threads of a deleted channel', () => {
    const parents = new ParentIndex();
    const [one, other] = [earAt({ channelId: '2' }), earAt({ channelId: '5' })];
    parents.add(one);
    parents.add(other);
    parents.gone('thread', ['4', '5']);
    expect([one.notes, other.notes]).toEqual([[], ['end: threadDelete']]);
  });
});
