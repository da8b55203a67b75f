import type { PersonState } from '../state/PersonState.js';

/** What people type, as Discord's clients send it: `@alice` becomes `<@id>`, `#general` `<#id>`, `:wave:` the guild's emoji. */
export function encodeMentions(text: string, person: PersonState, guildId: string | null): string {
  const guild = guildId === null ? undefined : person.guilds.get(guildId);
  if (guild === undefined) return text;
  const users = new Map([...guild.members.values()].map(({ user }) => [user.username.toLowerCase(), `<@${user.id}>`]));
  const roles = new Map([...guild.roles.values()].map(({ id, name }) => [name.toLowerCase(), `<@&${id}>`]));
  const channels = new Map([...person.channels.values()].map(({ id, name }) => [(name ?? '').toLowerCase(), `<#${id}>`]));
  const emojis = new Map(
    guild.guild.emojis.map(({ animated, id, name }) => [name ?? '', `<${animated === true ? 'a' : ''}:${name}:${id}>`]),
  );
  return text
    .replace(/(?<![<\w])@([\w.-]{2,32})/g, (whole, name: string) => users.get(name.toLowerCase()) ?? roles.get(name.toLowerCase()) ?? whole)
    .replace(/(?<![<\w/])#([\w-]{1,100})/g, (whole, name: string) => channels.get(name.toLowerCase()) ?? whole)
    .replace(/(?<!<a?):(\w{2,32}):(?!\d)/g, (whole, name: string) => emojis.get(name) ?? whole);
}
