import { ChannelHandle } from './ChannelHandle.js';

/** A channel of a kind that Discord made up after this version. `data.type` is its number. */
export class UnknownChannel extends ChannelHandle<{ readonly id: string; readonly type: number }> {
  override get type(): 'unknown' {
    return 'unknown';
  }
}
