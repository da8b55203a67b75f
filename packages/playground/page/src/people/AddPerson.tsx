import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { usePlayground } from '../state/playgroundContext.js';
import { Dialog } from '../ui/Dialog.js';

/** Brings somebody new into a server, and opens a column for them. */
export function AddPerson({ onClose }: { readonly onClose: () => void }): VNode {
  const playground = usePlayground();
  const [name, setName] = useState('');
  const guilds = [...new Map(playground.people.value.flatMap((person) => person.guilds.map((guild) => [guild.id, guild.name] as const)))];
  const [guildId, setGuildId] = useState(guilds[0]?.[0] ?? '');
  const add = async (event: Event): Promise<void> => {
    event.preventDefault();
    const person = await playground.attempt('addPerson', { guildId, name });
    if (person === undefined) return;
    onClose();
    playground.actAs(person.id);
  };
  return (
    <Dialog title="Somebody new" onClose={onClose}>
      <form class="dialog-body" onSubmit={(event) => void add(event)}>
        <label class="field">
          Name
          <input
            data-autofocus
            required
            minLength={2}
            maxLength={32}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          Server
          <select value={guildId} onChange={(event) => setGuildId(event.currentTarget.value)}>
            {guilds.map(([id, title]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="button is-primary" disabled={name.trim() === ''}>
          Add and act as them
        </button>
      </form>
    </Dialog>
  );
}
