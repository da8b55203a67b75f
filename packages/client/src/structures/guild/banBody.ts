import { OptionsError } from '@aplomb/base';
import type { AuditedCallOptions } from '@aplomb/rest';
import type { RESTPutAPIGuildBanJSONBody } from 'discord-api-types/v10';

/** How somebody is banned. */
export interface BanOptions extends AuditedCallOptions {
  /**
   * Of how many of the last seconds what the user wrote is deleted: 0 to 604,800 (7 days).
   *
   * @defaultValue `0`
   */
  readonly deleteMessageSeconds?: number;
}

/** What of these options Discord reads in the body, and what the call takes. */
export function banBody({ deleteMessageSeconds, ...call }: BanOptions): {
  readonly body: RESTPutAPIGuildBanJSONBody;
  readonly call: AuditedCallOptions;
} {
  if ('deleteMessageDays' in call || 'delete_message_seconds' in call)
    throw new OptionsError('UNKNOWN_OPTION', { what: 'A ban knows only `deleteMessageSeconds`.', cure: 'A day has 86,400 of them.' });
  return { body: deleteMessageSeconds === undefined ? {} : { delete_message_seconds: deleteMessageSeconds }, call };
}
