import type { SeenChannel } from '@aplomb/fake-discord';
import type { APIGuildForumTag } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useSeat } from '../state/seatContext.js';
import { Dialog } from '../ui/Dialog.js';

interface PostDialogProps {
  readonly forum: SeenChannel;
  readonly onClose: () => void;
}

/** A post being written. It stays until Discord has taken it. */
export function PostDialog({ forum, onClose }: PostDialogProps): VNode {
  const seat = useSeat();
  const [title, setTitle] = useState('');
  const [content, setContent] = useState('');
  const [tags, setTags] = useState<readonly string[]>([]);
  const offered = (forum as { readonly available_tags?: readonly APIGuildForumTag[] }).available_tags ?? [];
  const toggle = (id: string): void => setTags(tags.includes(id) ? tags.filter((each) => each !== id) : [...tags, id]);
  const post = async (event: Event): Promise<void> => {
    event.preventDefault();
    const made = await seat.attempt('startPost', { channelId: forum.id, content, title, ...(tags.length > 0 && { tags }) });
    if (made === undefined) return;
    onClose();
    seat.open(made.channelId);
  };
  return (
    <Dialog isKept title="New post" onClose={onClose}>
      <form class="dialog-body" onSubmit={(event) => void post(event)}>
        <label class="field">
          Title
          <input data-autofocus required maxLength={100} value={title} onInput={(event) => setTitle(event.currentTarget.value)} />
        </label>
        <label class="field">
          Message
          <textarea required rows={5} maxLength={2_000} value={content} onInput={(event) => setContent(event.currentTarget.value)} />
        </label>
        {offered.map(({ id, name }) => (
          <label key={id} class="check-line">
            <input type="checkbox" checked={tags.includes(id)} onChange={() => toggle(id)} />
            {name}
          </label>
        ))}
        <button type="submit" class="button is-primary" disabled={title.trim() === '' || content.trim() === ''}>
          Post
        </button>
      </form>
    </Dialog>
  );
}
