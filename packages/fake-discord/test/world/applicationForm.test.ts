import { describe, expect, it } from '@jest/globals';
import { readApplication } from '../../src/world/applicationForm.js';
import { Form } from '../../src/world/forms/Form.js';
import { outcome } from '../arrangeHome.js';

const INSTALL = { scopes: ['bot'], permissions: '8' };

function outcomeOf(body: Readonly<Record<string, unknown>>): string {
  const form = new Form(body);
  readApplication(form);
  return outcome(() => {
    form.check();
  });
}

describe('what a bot says of its application', () => {
  it('is only what was given', () => {
    const given = { description: 'Rolls dice', tags: ['dice'], install_params: INSTALL };
    expect(readApplication(new Form(given))).toEqual(given);
  });

  it.each([
    { integration_types_config: { 0: { oauth2_install_params: INSTALL }, 1: {} } },
    { max_participants: -1 },
    { interactions_endpoint_url: 'https://example.org/interactions' },
  ])('may be %j', (body) => {
    expect(outcomeOf(body)).toBe('done');
  });

  it.each([
    { integration_types_config: { 2: {} } },
    { integration_types_config: { 0: { oauth2_install_params: { scopes: [], permissions: '8' } } } },
    { install_params: { scopes: ['bot'] } },
    { install_params: { ...INSTALL, permissions: 'all' } },
    { tags: ['a', 'a'] },
    { event_webhooks_status: 3 },
  ])('is refused as %j', (body) => {
    expect(outcomeOf(body)).toBe('400 50035');
  });
});
