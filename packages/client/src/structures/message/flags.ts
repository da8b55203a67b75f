/** @see {@link https://docs.discord.com/developers/resources/message#message-object-message-flags | Message flags} */
export const FLAGS = { crossposted: 1, ephemeral: 1 << 6, voiceMessage: 1 << 13, componentsV2: 1 << 15 } as const;

/** Whether a bit is in a set. */
export function has(flags: number, flag: number): boolean {
  return (flags & flag) !== 0;
}
