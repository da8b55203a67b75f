import { describe, expect, it } from '@jest/globals';
import { mention, type GuildPage } from '../../src/text/mention.js';

const ID = '216154654256398347';

describe('mention', () => {
  it('writes what Discord’s page writes', () => {
    expect(mention.user(ID)).toBe(`<@${ID}>`);
    expect(mention.role(ID)).toBe(`<@&${ID}>`);
    expect(mention.channel(ID)).toBe(`<#${ID}>`);
    expect(mention.command('airhorn', ID)).toBe(`</airhorn:${ID}>`);
    expect(mention.command('settings colour set', ID)).toBe(`</settings colour set:${ID}>`);
    expect(mention.emoji({ id: ID, name: 'mmLol' })).toBe(`<:mmLol:${ID}>`);
    expect(mention.emoji({ id: ID, name: 'b1nzy', isAnimated: true })).toBe(`<a:b1nzy:${ID}>`);
    expect(mention.timestamp(1_618_953_630_000, 'd')).toBe('<t:1618953630:d>');
    expect(mention.guildPage('customize')).toBe('<id:customize>');
    expect(mention.guildPage('linked-roles', ID)).toBe(`<id:linked-roles:${ID}>`);
  });

  it.each([
    ['a user', () => mention.user('alice')],
    ['a role', () => mention.role('1>')],
    ['a channel', () => mention.channel('')],
    ['a command’s id', () => mention.command('roll', 'x')],
    ['a command’s name', () => mention.command('a b c d', ID)],
    ['a command’s name that would end it', () => mention.command('roll:1>', ID)],
    ['an emoji’s name', () => mention.emoji({ id: ID, name: ':smile:' })],
    ['an emoji’s id', () => mention.emoji({ id: 'x', name: 'smile' })],
    ['a page', () => mention.guildPage('home' as GuildPage)],
    ['a role of a page without', () => mention.guildPage('browse', ID)],
    ['a linked role', () => mention.guildPage('linked-roles', 'x')],
  ])('refuses what would be shown as plain text: %s', (_, make) => {
    expect(make).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});
