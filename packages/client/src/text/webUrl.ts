import { OptionsError, shown } from '@aplomb/base';

/**
 * `url`, written such that nothing within it ends a link of markdown.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for what is no http or https URL: Discord makes no link of it
 */
export function webUrl(url: string | URL): string {
  const parsed = URL.canParse(String(url)) ? new URL(url) : null;
  if (parsed !== null && ['http:', 'https:'].includes(parsed.protocol))
    return parsed.href.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('<', '%3C').replaceAll('>', '%3E');
  throw new OptionsError('INVALID_OPTION', {
    what: `${shown(String(url))} cannot be linked to.`,
    cure: 'Give a URL that begins with https://.',
  });
}
