import { describe, expect as jestExpect, it } from '@jest/globals';
import { Channel } from '../../src/actors/Channel.js';
import { withFakeDiscord } from '../../src/jest/fakeDiscordMatchers.js';
import { arrangeHome } from '../arrangeHome.js';
import { makeStage } from '../makeStage.js';

const expect = withFakeDiscord(jestExpect);

function arrange(...said: readonly string[]): Channel {
  const home = arrangeHome();
  for (const content of said) home.say(home.bot, content);
  return new Channel(makeStage(home), home.general);
}

describe('the matcher toReceive', () => {
  it('passes for what the channel received', async () => {
    await expect(arrange('Pong!')).toReceive({ content: 'Pong!' });
    await expect(arrange('Pong!')).not.toReceive('Ping!');
  });

  it('fails with the transcript', async () => {
    await expect(expect(arrange('Ping!')).toReceive('Pong!', { timeoutMs: 0 })).rejects.toThrow(
      /did not receive 'Pong!'[\s\S]*robot \[bot\]: Ping!/,
    );
    await expect(expect(arrange('Pong!')).not.toReceive('Pong!')).rejects.toThrow(/received "Pong!", which was not to come/);
  });

  it('is for channels only', async () => {
    await expect(expect('general' as unknown as Channel).toReceive('x')).rejects.toThrow('for channels of a FakeDiscord');
    await expect(expect('general' as unknown as Channel).not.toReceive('x')).rejects.toThrow('for channels of a FakeDiscord');
  });
});
