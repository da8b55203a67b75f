import type { UploadedFile } from '../forms/attachmentsForm.js';
import type { Form } from '../forms/Form.js';
import { isSnowflake } from '../Snowflakes.js';
import type { World } from '../World.js';

/** For whom an invite is, as a list of ids. */
export interface InviteTargets {
  readonly setAt: string;
  readonly userIds: readonly string[];
}

/** Reads the file; a first line that is no id is taken for the name of the column. */
export function readTargets(world: World, file: UploadedFile | undefined, form: Form): InviteTargets {
  if (file === undefined) form.require('target_users_file');
  const lines = (file?.data.toString('utf8') ?? '').split(/\r?\n/).map((line) => line.trim());
  const userIds = lines.filter((line, index) => line !== '' && (index > 0 || isSnowflake(line)));
  const wrong = userIds.find((id): boolean => !isSnowflake(id));
  if (wrong !== undefined) form.refuse('target_users_file', 'NUMBER_TYPE_COERCE', `Value "${wrong}" is not snowflake.`);
  return { setAt: world.nowIso(), userIds };
}
