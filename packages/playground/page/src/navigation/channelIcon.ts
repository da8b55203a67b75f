import type { SeenChannel } from '@aplomb/fake-discord';
import type { IconName } from '../icons/Icon.js';
import { isDirect, isForum, isThread, isVoice } from '../state/channelOrder.js';

const stage = 13;

/** The drawing before a channel's name. */
export function channelIcon(channel: SeenChannel): IconName {
  const kind: number = channel.type;
  if (isDirect(channel)) return 'mail';
  if (isThread(channel)) return 'thread';
  if (isForum(channel)) return 'forum';
  if (isVoice(channel)) return kind === stage ? 'stage' : 'voice';
  return 'hash';
}
