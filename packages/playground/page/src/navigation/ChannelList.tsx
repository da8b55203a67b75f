import type { VNode } from 'preact';
import { groupChannels, isDirect, type ChannelGroup } from '../state/channelOrder.js';
import { useSeat } from '../state/seatContext.js';
import { moveFocus } from '../ui/focusTrap.js';
import { ChannelButton } from './ChannelButton.js';
import { VoicePeople } from './VoicePeople.js';

/** The channels of the server, by category, with their threads and the people in voice channels; or the direct conversations. */
export function ChannelList(): VNode | null {
  const seat = useSeat();
  const person = seat.person.value;
  const { guildId } = seat.place.value;
  if (person === null) return null;
  const guild = guildId === null ? undefined : person.guilds.get(guildId)?.guild;
  const title = guild?.name ?? 'Direct messages';
  return (
    <nav class="channel-list" aria-label={`Channels of ${title}`} onKeyDown={(event) => moveFocus(event, event.currentTarget, '.channel')}>
      <h2>{title}</h2>
      {guild === undefined ? (
        <Direct />
      ) : (
        groupChannels(person.channels.values(), guild.id).map((group) => <Group key={group.category?.id} group={group} />)
      )}
    </nav>
  );
}

function Direct(): VNode {
  const { person } = useSeat();
  const channels = [...(person.value?.channels.values() ?? [])].filter(isDirect);
  return (
    <ul>
      {channels.map((channel) => (
        <li key={channel.id}>
          <ChannelButton channel={channel} />
        </li>
      ))}
    </ul>
  );
}

function Group({ group }: { readonly group: ChannelGroup }): VNode | null {
  if (group.channels.length === 0 && group.category === null) return null;
  return (
    <section>
      {group.category !== null && <h3>{group.category.name}</h3>}
      <ul>
        {group.channels.map(({ channel, threads }) => (
          <li key={channel.id}>
            <ChannelButton channel={channel} />
            <VoicePeople channelId={channel.id} />
            {threads.length > 0 && (
              <ul class="threads">
                {threads.map((thread) => (
                  <li key={thread.id}>
                    <ChannelButton channel={thread} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
