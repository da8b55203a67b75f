import { describe, expect, it } from '@jest/globals';
import { encodeMentions } from '../../src/composer/encodeMentions.js';
import { person } from '../fixtures.js';

describe('what people type', () => {
  it.each([
    ['hi @bob and @Host', 'hi <@101> and <@&11>'],
    ['see #general', 'see <#20>'],
    ['hello :wave:', 'hello <:wave:900>'],
    ['@nobody #nowhere :nothing: a@bob.example', '@nobody #nowhere :nothing: a@bob.example'],
    ['<@101> <#20> <:wave:900> https://a.example/#general', '<@101> <#20> <:wave:900> https://a.example/#general'],
  ])('%s is sent as %s', (text, sent) => {
    expect(encodeMentions(text, person, '10')).toBe(sent);
  });

  it('stays as it is outside of a guild', () => {
    expect(encodeMentions('@bob', person, null)).toBe('@bob');
  });
});
