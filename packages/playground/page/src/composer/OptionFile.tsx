import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useSeat } from '../state/seatContext.js';
import type { OptionFieldProps } from './OptionChip.js';
import { upload } from './upload.js';

/** An option that wants a file. */
export function OptionFile({ onGive, option }: OptionFieldProps): VNode {
  const { playground } = useSeat();
  const [isBusy, setBusy] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) {
      onGive(option.name, undefined);
      return;
    }
    setBusy(true);
    const uploaded = await playground.notices.watch(upload(playground.token, file));
    setBusy(false);
    onGive(option.name, uploaded === undefined ? undefined : { upload: uploaded.upload });
  };
  return <input type="file" aria-label={option.name} aria-busy={isBusy} onChange={(event) => void take(event.currentTarget.files?.[0])} />;
}
