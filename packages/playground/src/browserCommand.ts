/** How a system opens an address in its browser: a program and its arguments. */
export function browserCommand(platform: NodeJS.Platform, url: string): readonly [program: string, ...args: string[]] {
  if (platform === 'darwin') return ['open', url];
  // `start` takes its first quoted argument for a title; `&` would end the command, and the address has none.
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', url];
  return ['xdg-open', url];
}
