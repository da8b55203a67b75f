/** Where a file of the fake Discord's CDN lies for the page: at its own server, which relays attachments. Others are left as they are. */
export function localSource(url: string, cdnOrigin: string): string {
  const isHere = cdnOrigin !== '' && url.startsWith(`${cdnOrigin}/attachments/`);
  return isHere ? url.slice(cdnOrigin.length) : url;
}
