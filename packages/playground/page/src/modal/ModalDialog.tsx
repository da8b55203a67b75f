import type { InteractionNews } from '@aplomb/fake-discord';
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { Markdown } from '../markdown/Markdown.js';
import type { FilledIn } from '../state/protocol.js';
import { useSeat } from '../state/seatContext.js';
import { Dialog } from '../ui/Dialog.js';
import { FieldView } from './FieldView.js';
import { complaint, firstValue, modalParts, type ModalField } from './modalFields.js';

/** The modal that the bot asks this person to fill in. */
export function ModalDialog(): VNode | null {
  const seat = useSeat();
  const news = seat.person.value?.modal ?? null;
  return news?.modal === undefined ? null : <ModalForm key={news.id} news={news} modal={news.modal} />;
}

type Filled = Readonly<Record<string, FilledIn>>;

interface ModalFormProps {
  readonly modal: NonNullable<InteractionNews['modal']>;
  readonly news: InteractionNews;
}

function ModalForm({ modal, news }: ModalFormProps): VNode {
  const seat = useSeat();
  const parts = useMemo(() => modalParts(modal.components), [modal]);
  const fields = parts.flatMap((part) => (part.type === 'field' ? [part.field] : []));
  const [filled, setFilled] = useState<Filled>(() => firstValues(fields));
  const [isChecked, setChecked] = useState(false);
  const complaintOf = ({ component }: ModalField): string | null => complaint(component, filled[component.custom_id] ?? null);
  const close = (): void => {
    if (seat.person.peek()?.modal?.id === news.id) seat.closeModal();
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (fields.some((field) => complaintOf(field) !== null)) return;
    // What is refused stays, to be mended.
    if (await seat.use('submit', { interactionId: news.id, values: filled })) close();
  };
  return (
    <Dialog isKept title={modal.title} onClose={close}>
      <form class="dialog-body modal-form" onSubmit={(event) => void send(event)} noValidate data-modal={modal.custom_id}>
        {parts.map((part, index) =>
          part.type === 'text' ? (
            <Markdown key={index} text={part.content} />
          ) : (
            <FieldView
              key={index}
              field={part.field}
              complaint={isChecked ? complaintOf(part.field) : null}
              value={filled[part.field.component.custom_id] ?? null}
              onFill={(value) => setFilled((before) => ({ ...before, [part.field.component.custom_id]: value }))}
            />
          ),
        )}
        <footer class="dialog-footer">
          <button type="button" class="button is-secondary" onClick={close}>
            Cancel
          </button>
          <button type="submit" class="button is-primary">
            Submit
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

function firstValues(fields: readonly ModalField[]): Filled {
  return Object.fromEntries(fields.map(({ component }) => [component.custom_id, firstValue(component)]));
}
