import type { QueryValue } from '../RestRequest.js';

/** `?name=value…`, encoded, or nothing. An array repeats its name, `undefined` leaves it out. */
export function queryText(query: Readonly<Record<string, QueryValue>> | undefined): string {
  if (query === undefined) return '';
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (Array.isArray(value)) for (const one of value as readonly string[]) parameters.append(name, one);
    else parameters.append(name, String(value));
  }
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}
