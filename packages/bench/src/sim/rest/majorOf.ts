import { ROUTES } from './truth/routes.js';

/** Parameters are told apart by what they are; the first digits keep channels, guilds and webhooks from each other. */
export function majorOf(route: keyof typeof ROUTES, number: number): string {
  switch (ROUTES[route].major) {
    case 'channel':
      return `1${1_000 + number}`;
    case 'guild':
      return `2${1_000 + number}`;
    case 'webhook':
      return `3${1_000 + number}/token-${number}`;
    default:
      return `4${1_000 + number}`;
  }
}
