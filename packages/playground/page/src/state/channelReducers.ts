import type { SeenChannel } from '@aplomb/fake-discord';
import type { Batch } from './Batch.js';
import type { EventReducers } from './EventReducer.js';
import { withEntry, withoutEntry } from './PersonState.js';

function put(batch: Batch, channel: SeenChannel): void {
  batch.set({ channels: withEntry(batch.state.channels, channel.id, channel) });
}

function remove(batch: Batch, { id }: { readonly id: string }): void {
  batch.set({ channels: withoutEntry(batch.state.channels, id), rooms: withoutEntry(batch.state.rooms, id) });
}

export const channelReducers: EventReducers = {
  CHANNEL_CREATE: put,
  CHANNEL_UPDATE: put,
  CHANNEL_DELETE: remove,
  THREAD_CREATE: put,
  THREAD_UPDATE: put,
  THREAD_DELETE: remove,
};
