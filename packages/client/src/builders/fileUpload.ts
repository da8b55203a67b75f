import type { APIFileUploadComponent } from 'discord-api-types/v10';
import { checkRange } from './choiceChecks.js';
import { checkedPart, checkNames, wire, wireList, type Names } from './wire.js';

/** Which files may be uploaded: a kind, or an ending with its dot. */
export type UploadType = 'audio' | 'image' | 'video' | `.${string}`;

/** A field of a form to which people upload files. */
export interface FileUploadOptions {
  /** By this you know the field: 1 to 100 characters, of which no other field of the form has the same. */
  readonly customId: string;
  /**
   * At most ten kinds and endings. Discord goes by the name of a file, not by what is in it.
   *
   * @defaultValue all
   */
  readonly fileTypes?: readonly UploadType[];
  /** A number by which this component is known within its form. */
  readonly id?: number;
  /**
   * How many files at most: 1 to 10.
   *
   * @defaultValue `1`
   */
  readonly maxValues?: number;
  /**
   * How many files at least: 0 to 10.
   *
   * @defaultValue `1`
   */
  readonly minValues?: number;
  /**
   * Whether there has to be one.
   *
   * @defaultValue `true`
   */
  readonly required?: boolean;
}

const NAMES: Names<FileUploadOptions> = {
  customId: 'required value',
  fileTypes: 'list',
  id: 'value',
  maxValues: 'value',
  minValues: 'value',
  required: 'value',
};

/**
 * A field of a form to which people upload files. It stands in a `label(…)`.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit; `UNKNOWN_OPTION` for a misspelt name
 * @see {@link https://docs.discord.com/developers/components/reference#file-upload | File upload}
 */
export function fileUpload(options: FileUploadOptions): Readonly<APIFileUploadComponent> {
  checkNames('fileUpload', options, NAMES);
  const { customId, fileTypes, id, maxValues, minValues, required } = options;
  checkRange('fileUpload', minValues, maxValues);
  const built = wire<APIFileUploadComponent>({
    type: 19,
    id,
    custom_id: customId,
    min_values: minValues,
    max_values: maxValues,
    file_types: fileTypes === undefined ? undefined : wireList(fileTypes),
    required,
  });
  return checkedPart('fileUpload', 'component', built);
}
