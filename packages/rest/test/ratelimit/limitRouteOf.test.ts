import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { limitRouteOf } from '../../src/ratelimit/limitRouteOf.js';

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly majorParameter: string | null;
  readonly globalLimitExempt: boolean | string;
}

const { operations } = JSON.parse(readFileSync(join(__dirname, '../../test-data/rest-operations.json'), 'utf8')) as {
  readonly operations: readonly Operation[];
};

const INTERACTION_TOKEN = 'aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDp4eXo';
const VALUES: Readonly<Record<string, string>> = {
  code: 'hgM48av5Q69A',
  emoji_name: '%F0%9F%91%8D',
  instance_id: 'i-1234567890-gc-912952092627435520-912954213460484116',
  interaction_token: INTERACTION_TOKEN,
  webhook_token: 'A_b-3cDeFgHiJkLmNoPqRsTuVwXyZ',
};
const NAMES: Readonly<Record<string, string>> = {
  code: ':code',
  emoji_name: ':emoji',
  interaction_token: ':token',
  webhook_token: ':token',
};

const nameOf = (parameter: string): string => NAMES[parameter] ?? ':id';
const filled = (path: string): string => path.replace(/\{(\w+)\}/g, (_, name: string) => VALUES[name] ?? '175928847299117063');

function majorOf({ path, majorParameter }: Operation): string {
  if (path.startsWith('/interactions/')) return `interactions/175928847299117063/${INTERACTION_TOKEN}`;
  if (majorParameter === null) return '';
  return filled(path)
    .split('/')
    .slice(1, majorParameter.includes('+') ? 4 : 3)
    .join('/');
}

describe('limitRouteOf, for every operation of Discord', () => {
  it.each(operations.map((operation) => [operation.method, operation.path, operation] as const))('%s %s', (method, path, operation) => {
    const route = limitRouteOf(method, filled(path));
    expect(route).toEqual({
      hasOwnToken: /\{(webhook|interaction)_token\}/.test(path),
      isInteraction: operation.globalLimitExempt === true,
      majorKey: majorOf(operation),
      routeKey: `${method} ${path.replace(/\{(\w+)\}/g, (_, name: string) => nameOf(name))}`,
    });
  });

  it('names no two of them alike that differ', () => {
    const keys = operations.map(({ method, path }) => limitRouteOf(method, filled(path)).routeKey);
    expect(new Set(keys).size).toBe(new Set(operations.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`)).size);
  });
});

describe('limitRouteOf', () => {
  it.each(['/webhooks/1/aW50ZXJhY3Rpb246MTIz', '/webhooks/1/aW50ZXJhY3Rpb246MTIz/messages/@original', '/interactions/1/abc/callback'])(
    'knows an interaction’s own token: %s',
    (path) => {
      expect(limitRouteOf('POST', path)).toMatchObject({ hasOwnToken: true, isInteraction: true });
    },
  );

  it('keeps the tokens of one webhook apart, and both from the webhook itself', () => {
    const majors = ['/webhooks/1', '/webhooks/1/abc', '/webhooks/1/def'].map((path) => limitRouteOf('POST', path).majorKey);
    expect(majors).toEqual(['webhooks/1', 'webhooks/1/abc', 'webhooks/1/def']);
  });

  it.each([
    ['a custom emoji', '/channels/1/messages/2/reactions/blob%3A3/@me', '/channels/:id/messages/:id/reactions/:emoji/@me'],
    ['a keycap emoji', '/channels/1/messages/2/reactions/3%EF%B8%8F%E2%83%A3/4', '/channels/:id/messages/:id/reactions/:emoji/:id'],
    ['an invite code that looks like a word', '/invites/discord-api', '/invites/:code'],
    ['a webhook token that looks like a word', '/webhooks/1/slack/slack', '/webhooks/:id/:token/slack'],
    ['a template code that looks like an id', '/guilds/1/templates/12', '/guilds/:id/templates/:code'],
    ['a snowflake of 20 digits', '/channels/18446744073709551615', '/channels/:id'],
    ['a query', '/channels/1/messages?limit=5', '/channels/:id/messages'],
    ['a value of no known kind', `/new-thing/${'a'.repeat(60)}/Ab%20`, '/new-thing/:id/:id'],
    ['a word of no known kind', '/guilds/1/new-thing.json', '/guilds/:id/new-thing.json'],
  ])('puts a name in the place of %s', (_, path, name) => {
    expect(limitRouteOf('GET', path).routeKey).toBe(`GET ${name}`);
  });

  it('has no major parameter for a template of any guild', () => {
    expect(limitRouteOf('GET', '/guilds/templates/hgM48av5Q69A').majorKey).toBe('');
  });

  it.each(['', '/', '//', '?', '/channels', '/channels/', '/webhooks', '/%', 'x', '/\u0000/\ud800'])('takes any text: %p', (path) => {
    expect(limitRouteOf('GET', path)).toMatchObject({ hasOwnToken: false, isInteraction: false });
  });
});
