/** The bits of Discord's permissions that decide what the page offers. The server checks them all. */
export const permission = {
  addReactions: 1n << 6n,
  attachFiles: 1n << 15n,
  createPublicThreads: 1n << 35n,
  manageMessages: 1n << 13n,
  manageThreads: 1n << 34n,
  pinMessages: 1n << 51n,
  sendMessages: 1n << 11n,
  sendInThreads: 1n << 38n,
} as const;

export function may(channel: { readonly permissions: string } | undefined, bit: bigint): boolean {
  return channel !== undefined && (BigInt(channel.permissions) & bit) !== 0n;
}
