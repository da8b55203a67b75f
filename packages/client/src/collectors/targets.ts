/** A channel or thread to wait in. Collectors end with it, and with its guild. */
export interface ChannelTarget {
  readonly channelId: string;
  /** Of direct messages: left out. */
  readonly guildId?: string | undefined;
}

/** A message to wait at. Collectors end with it, with its channel and with its guild. */
export interface MessageTarget extends ChannelTarget {
  readonly messageId: string;
}
