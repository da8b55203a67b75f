import type { APIMessageSharedClientTheme } from 'discord-api-types/v10';
import type { Form } from './Form.js';

const BASES = [0, 1, 2, 3, 4] as const;
const UNSET = 0;

/**
 * Reads the colours that a message shares; `null` where there are none.
 *
 * @see {@link https://docs.discord.com/developers/resources/message#shared-client-theme-object | Shared client theme}
 */
export function readClientTheme(form: Form): APIMessageSharedClientTheme | null {
  const theme = form.object('shared_client_theme');
  if (theme === undefined) return null;
  theme.require('colors', 'gradient_angle', 'base_mix');
  const colors = theme.strings('colors', { min: 1, max: 5 }, { min: 6, max: 6 }) ?? [];
  if (colors.some((color) => !/^[0-9a-f]*$/i.test(color)))
    theme.refuse('colors', 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
  return {
    colors: [...colors],
    gradient_angle: theme.integer('gradient_angle', { min: 0, max: 360 }) ?? 0,
    base_mix: theme.integer('base_mix', { min: 0, max: 100 }) ?? 0,
    base_theme: (theme.choice('base_theme', BASES) ?? UNSET) as NonNullable<APIMessageSharedClientTheme['base_theme']>,
  };
}
