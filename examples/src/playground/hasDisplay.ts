/** What of the environment tells whether a browser can be shown. */
export type DisplayEnvironment = Readonly<Partial<Record<'CI' | 'DISPLAY' | 'SSH_CONNECTION' | 'WAYLAND_DISPLAY', string>>>;

/** Whether somebody sits before this machine: not in CI, not over ssh, and on Linux only where there is a display. */
export function hasDisplay(platform: NodeJS.Platform, env: DisplayEnvironment): boolean {
  if (isSet(env.CI) || isSet(env.SSH_CONNECTION)) return false;
  return platform === 'darwin' || platform === 'win32' || isSet(env.DISPLAY) || isSet(env.WAYLAND_DISPLAY);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
