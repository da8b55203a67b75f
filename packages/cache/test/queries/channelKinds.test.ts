import { describe, expect, it } from '@jest/globals';
import {
  isForum,
  isPrivateThread,
  isThread,
  isThreadKind,
  isVoiceBased,
  takesPrivateThreads,
  takesPublicThreads,
  type Kind,
} from '../../src/queries/channelKinds.js';
import { channel, kinds, thread } from './scene.js';

const thoseThat = (isMeant: (kind: Kind) => boolean): readonly string[] =>
  Object.entries(kinds).flatMap(([name, type]) => (isMeant({ type }) ? [name] : []));

describe('the kinds of channels', () => {
  it('are told apart by number', () => {
    expect(thoseThat(isThreadKind)).toEqual(['announcementThread', 'publicThread', 'privateThread']);
    expect(thoseThat(isPrivateThread)).toEqual(['privateThread']);
    expect(thoseThat(isVoiceBased)).toEqual(['voice', 'stage']);
    expect(thoseThat(isForum)).toEqual(['forum', 'media']);
    expect(thoseThat(takesPrivateThreads)).toEqual(['text']);
    expect(thoseThat(takesPublicThreads)).toEqual(['text', 'announcement']);
  });

  it('make a thread of some channels', () => {
    expect([isThread(thread('publicThread', undefined)), isThread(channel())]).toEqual([true, false]);
  });
});
