import { useState } from 'preact/hooks';
import type { Uploaded } from '../state/protocol.js';
import { useSeat } from '../state/seatContext.js';
import { upload } from './upload.js';

/** Files that wait to be sent with a message. */
export interface WaitingFiles {
  readonly add: (files: readonly File[]) => void;
  readonly clear: () => void;
  readonly dropTarget: {
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
  /** Whether something is held above the form, to be dropped. */
  readonly isAbove: boolean;
  readonly list: readonly Uploaded[];
  readonly onPaste: (event: ClipboardEvent) => void;
  /** Puts files back that were to be sent, and were not. */
  readonly putBack: (files: readonly Uploaded[]) => void;
  readonly remove: (file: Uploaded) => void;
}

/** Uploads what is chosen, dropped or pasted, and keeps it until the message is sent. */
export function useFiles(): WaitingFiles {
  const seat = useSeat();
  const [isAbove, setAbove] = useState(false);
  const [list, setList] = useState<readonly Uploaded[]>([]);
  const addOne = async (file: File): Promise<void> => {
    const { notices, token } = seat.playground;
    const uploaded = await notices.watch(upload(token, file));
    if (uploaded !== undefined) setList((before) => [...before, uploaded]);
  };
  const add = (files: readonly File[]): void => {
    for (const file of files) void addOne(file);
  };
  return {
    add,
    clear: () => setList([]),
    dropTarget: {
      onDragLeave: ({ currentTarget: form, relatedTarget }) => {
        if (!(form instanceof Node && relatedTarget instanceof Node && form.contains(relatedTarget))) setAbove(false);
      },
      onDragOver: (event) => {
        event.preventDefault();
        setAbove(event.dataTransfer?.types.includes('Files') === true);
      },
      onDrop: (event) => {
        event.preventDefault();
        setAbove(false);
        add([...(event.dataTransfer?.files ?? [])]);
      },
    },
    isAbove,
    list,
    onPaste: (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) event.preventDefault();
      add(files);
    },
    putBack: (files) => setList((before) => [...files, ...before]),
    remove: (file) => setList((before) => before.filter((each) => each !== file)),
  };
}
