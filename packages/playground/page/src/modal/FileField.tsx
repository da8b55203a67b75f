import type { APIFileUploadComponent } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { upload } from '../composer/upload.js';
import type { FilledIn } from '../state/protocol.js';
import { useSeat } from '../state/seatContext.js';

interface FileFieldProps {
  readonly component: APIFileUploadComponent;
  readonly label: string;
  readonly onFill: (value: FilledIn) => void;
}

/** A question that is answered with files. They are uploaded when they are chosen. */
export function FileField({ component, label, onFill }: FileFieldProps): VNode {
  const { playground } = useSeat();
  const [isBusy, setBusy] = useState(false);
  const take = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    const uploaded = await playground.notices.watch(Promise.all(files.map((file) => upload(playground.token, file))));
    setBusy(false);
    onFill((uploaded ?? []).map((each) => ({ upload: each.upload })));
  };
  return (
    <input
      type="file"
      aria-label={label}
      aria-busy={isBusy}
      multiple={(component.max_values ?? 1) > 1}
      onChange={(event) => void take([...(event.currentTarget.files ?? [])])}
    />
  );
}
