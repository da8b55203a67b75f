import { CallFailure } from '../state/CallFailure.js';
import type { Uploaded } from '../state/protocol.js';

/** Lays a file ready at the server, for one message or option. */
export async function upload(token: string, file: File): Promise<Uploaded> {
  const query = new URLSearchParams({ name: file.name, token });
  const response = await fetch(`/upload?${query}`, {
    body: file,
    headers: { 'content-type': file.type === '' ? 'application/octet-stream' : file.type },
    method: 'POST',
  });
  if (response.ok) return (await response.json()) as Uploaded;
  throw new CallFailure({
    code: 'PAGE_UPLOAD_REFUSED',
    message: `${file.name} was not taken (status ${response.status}). Is it larger than 10 MB?`,
    name: 'UploadRefused',
  });
}
