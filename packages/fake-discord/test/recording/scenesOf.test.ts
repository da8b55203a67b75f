import { describe, expect, it } from '@jest/globals';
import type { ActStep, MessageStep, RecordedStep } from '../../src/recording/RecordedStory.js';
import { scenesOf } from '../../src/recording/scenesOf.js';

const act = (verb: string): ActStep => ({
  type: 'act',
  args: [],
  by: '1',
  moderation: null,
  refusal: null,
  result: null,
  verb,
  what: verb,
});

function said(id: string, content: string, { isLoading = false, isNew = true } = {}): MessageStep {
  const message = { attachments: [], components: [], content, embeds: [], isLoading, poll: null, username: null };
  return { type: 'message', channel: { $channel: '9' }, id, isNew, message, seenBy: null };
}

/** Scenes in words. */
function told(...steps: readonly RecordedStep[]): readonly string[] {
  return scenesOf(steps).map(({ deed, outcomes }) => {
    const name = deed === null ? '-' : deed.type === 'act' ? deed.verb : deed.type;
    const seen = outcomes.map((each) =>
      each.type === 'message' ? `${each.isNew ? 'new' : 'changed'} ${each.message.content}` : each.type,
    );
    return [name, ...seen].join(', ');
  });
}

describe('the scenes of a recording', () => {
  it('begin with each deed, and with what came before any', () => {
    expect(
      told(
        said('1', 'here I am'),
        act('send'),
        said('2', 'a'),
        said('3', 'b'),
        { type: 'advance', ms: 5 },
        { type: 'fault', name: 'down', args: [] },
      ),
    ).toEqual(['-, new here I am', 'send, new a, new b', 'advance', 'fault']);
    expect(told(act('send'))).toEqual(['send']);
  });

  it('show of a message its last state, and tell whether it was seen before', () => {
    expect(told(act('send'), said('1', 'a'), said('1', 'b', { isNew: false }), act('press'), said('1', 'c', { isNew: false }))).toEqual([
      'send, new b',
      'press, changed c',
    ]);
  });

  it('show nothing of a bot that thinks until it says something', () => {
    const thinking = said('1', '', { isLoading: true });
    expect(told(act('use'), thinking, act('wait'), said('1', 'well', { isNew: false }))).toEqual(['use', 'wait, new well']);
  });

  it('show that a message went only if it could be seen', () => {
    const gone: RecordedStep = { type: 'deletion', id: '1' };
    expect(told(act('send'), said('1', 'a'), gone, act('send'), said('1', 'a'), act('press'), gone)).toEqual([
      'send',
      'send, new a',
      'press, deletion',
    ]);
  });

  it('show the last of reactions and answers', () => {
    const reaction = (isAdded: boolean): RecordedStep => ({ type: 'reaction', emoji: '👍', isAdded, messageId: '1' });
    const failed: RecordedStep = { type: 'answer', interactionId: '5', state: 'failed' };
    expect(scenesOf([act('send'), reaction(true), reaction(false), failed])[0]?.outcomes).toEqual([reaction(false), failed]);
  });
});
