import { describe, expect, it } from '@jest/globals';
import { makeApi } from '../makeApi.js';

const THUMB = encodeURIComponent('👍');

function arrange() {
  const home = makeApi({ botPermissions: ['ManageMessages'] });
  const id = home.say(home.alice, 'x');
  home.events.length = 0;
  return {
    ...home,
    at: `/channels/${home.general.id}/messages/${id}/reactions`,
    target: { channelId: home.general.id, messageId: id, emoji: '👍' },
  };
}

describe('the routes of reactions', () => {
  it('put, list and take the own reaction', () => {
    const { ask, at, bot, told } = arrange();
    expect(ask(`PUT ${at}/${THUMB}/@me`)).toEqual({ status: 204 });
    expect(ask(`GET ${at}/${THUMB}`).body).toEqual([bot]);
    expect(ask(`DELETE ${at}/${THUMB}/%40me`)).toEqual({ status: 204 });
    expect([ask(`GET ${at}/${THUMB}`).body, told()]).toEqual([[], ['MESSAGE_REACTION_ADD', 'MESSAGE_REACTION_REMOVE']]);
  });

  it("take another's reaction, all of one emoji, and all", () => {
    const { alice, ask, at, bob, reactions, target, told } = arrange();
    for (const { id } of [alice, bob]) reactions.add(id, target);
    expect(ask(`DELETE ${at}/${THUMB}/${alice.id}`)).toEqual({ status: 204 });
    expect(ask(`DELETE ${at}/${THUMB}`)).toEqual({ status: 204 });
    expect(ask(`DELETE ${at}`)).toEqual({ status: 204 });
    expect(told().slice(2)).toEqual(['MESSAGE_REACTION_REMOVE', 'MESSAGE_REACTION_REMOVE_EMOJI', 'MESSAGE_REACTION_REMOVE_ALL']);
  });

  it('answer an emoji that is none with 10014', () => {
    const { ask, at } = arrange();
    expect(ask(`PUT ${at}/x/@me`)).toEqual({ status: 400, body: { message: 'Unknown Emoji', code: 10014 } });
  });

  it.each(['limit=0', 'limit=101', 'after=x'])('refuse to list with %s', (query) => {
    const { ask, at } = arrange();
    expect(ask(`GET ${at}/${THUMB}?${query}`)).toMatchObject({ status: 400, body: { code: 50035 } });
  });
});
