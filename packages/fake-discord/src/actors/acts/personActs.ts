import { setLocale as keepLocale } from '../../world/interactions/locales.js';
import { act } from './perform.js';
import type { Person } from './perform.js';

/** What people do with their own accounts. */

export const setLocale = act(
  'setLocale',
  (locale) => `language ${locale}`,
  ({ stage, user }: Person, locale: string): void => {
    keepLocale(stage.world, user.id, locale);
  },
);

export const installApp = act('installApp', 'installation of the app', ({ stage, user }: Person): void => {
  stage.world.installedBy.add(user.id);
});

export const uninstallApp = act('uninstallApp', 'removal of the app', ({ stage, user }: Person): void => {
  stage.world.installedBy.delete(user.id);
});
