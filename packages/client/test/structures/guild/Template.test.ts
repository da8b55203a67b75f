import { describe, expect, it } from '@jest/globals';
import { TEMPLATE } from './samples.js';
import { expectCalls, guildWorld, hiddenKeys } from './structure.js';

const { code } = TEMPLATE;

describe('a template', () => {
  it('shows all that its payload has', () => {
    const template = guildWorld().views.template(TEMPLATE);
    expect(hiddenKeys(template, TEMPLATE)).toEqual([]);
    expect(template.url).toBe(`https://discord.new/${code}`);
  });

  it('is changed in its guild', async () => {
    await expectCalls(
      ({ views }) => views.template(TEMPLATE),
      [
        [(it) => it.fetch(), 'templates.get', code],
        [(it) => it.sync(), 'templates.sync', '100', code],
        [(it) => it.edit({ description: null }), 'templates.edit', '100', code, { description: null }],
        [(it) => it.delete(), 'templates.delete', '100', code],
      ],
    );
  });
});
