import { describe, expect, it } from '@jest/globals';
import { readSlashCommand, slashHelp } from '../src/playground-terminal/slashCommands.js';

describe('a line typed in the conversation', () => {
  it('is said when it does not begin with a slash', () => {
    expect(readSlashCommand('!ping')).toBeNull();
  });

  it.each(['drop', 'zombify', 'op7', 'status', 'help', 'quit'] as const)('/%s is a command and stands in the help', (type) => {
    expect(readSlashCommand(`/${type}`)).toEqual({ type });
    if (type !== 'help') expect(slashHelp).toContain(`/${type}`);
  });

  it('/close takes a code of Discord, 4000 when left out', () => {
    expect(readSlashCommand('/close 4009')).toEqual({ type: 'close', code: 4009 });
    expect(readSlashCommand('/close')).toEqual({ type: 'close', code: 4000 });
  });

  it.each(['/close 1006', '/close 4015', '/close now', '/jump'])('%s is answered with what to type instead', (line) => {
    expect(readSlashCommand(line)).toMatchObject({ type: 'unclear', sentence: expect.stringMatching(/\/help|\/close 4009/) });
  });

  it('/op9 ends the session, /op9 resume only the connection', () => {
    expect(readSlashCommand('/op9')).toEqual({ type: 'op9', resumable: false });
    expect(readSlashCommand('/op9 resume')).toEqual({ type: 'op9', resumable: true });
  });
});
