import { describe, expect, it } from '@jest/globals';
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { CommandForm } from '../../src/composer/CommandForm.js';
import { OptionChip } from '../../src/composer/OptionChip.js';
import { htmlIn } from '../drawn.js';
import { aliceSeat } from '../fixtures.js';

const option = (parts: object): APIApplicationCommandBasicOption => ({ description: 'How many', name: 'cups', type: 4, ...parts });

function chip(complaint: string | null, onRemove: (() => void) | null): string {
  const props = { command: 'tea', complaint, given: {}, onGive: () => undefined, onRemove, option: option({}) };
  return htmlIn(aliceSeat(), <OptionChip {...props} />);
}

describe('the form of a command', () => {
  it('has fields for what is required, and buttons that add the rest', () => {
    const entry = { description: 'Makes tea', name: 'tea', options: [option({ name: 'kind', required: true, type: 3 }), option({})] };
    const html = htmlIn(aliceSeat(), <CommandForm channelId="20" entry={entry} onDone={() => undefined} />);
    expect(html).toMatch(/data-option="kind".*<button[^>]*class="option-add"[^>]*>.*cups/);
    expect(html).not.toContain('data-option="cups"');
  });
});

describe('an option of a command', () => {
  it('says what is wrong with it, also to those who do not see', () => {
    const html = chip('must be a whole number', null);
    const id = /aria-describedby="([^"]+)"/.exec(html)?.[1] ?? 'none';
    expect(html).toContain(`<span id="${id}" class="complaint" role="alert">must be a whole number`);
    expect(html).toMatch(/is-wrong.*aria-invalid="true"/);
  });

  it('can be left out again when it was added', () => {
    expect(chip(null, () => undefined)).toContain('aria-label="Leave cups out"');
    expect(chip(null, null)).not.toContain('Leave cups out');
  });
});
