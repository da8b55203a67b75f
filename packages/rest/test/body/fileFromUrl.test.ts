import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { MockAgent, type Dispatcher } from 'undici';
import { attachment } from '../../src/body/attachment.js';
import type { DownloadPorts } from '../../src/body/download.js';
import { encodeBody } from '../../src/body/encodeBody.js';
import { fileFromUrl, type UrlFileOptions } from '../../src/body/fileFromUrl.js';
import { partsOf, readBody } from './readBody.js';

const URL_TEXT = 'https://cdn.example.com/a/my%20chart.png?x=1';

interface Answer {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** A web that never leaves this process: every fetch takes the next answer. */
function web(...answers: readonly Answer[]) {
  let fetches = 0;
  const makeDispatcher = (): Dispatcher => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    const { status = 200, body = 'the picture', headers = {} } = answers[fetches++] ?? {};
    agent
      .get('https://cdn.example.com')
      .intercept({ path: () => true })
      .reply(status, body, { headers });
    // A MockAgent cannot be destroyed.
    return Object.assign(agent, { destroy: async () => agent.close() });
  };
  const ports: DownloadPorts = { clock: new ManualClock(), resolve: async () => [], makeDispatcher };
  return { ports, fetches: () => fetches };
}

async function encode(ports: DownloadPorts, options: UrlFileOptions = {}) {
  return await encodeBody({ files: [fileFromUrl(URL_TEXT, options, ports)] });
}

describe('attachment.fromUrl', () => {
  it('sends what the URL holds, under the name in it, with its size known', async () => {
    const body = await encode(web().ports, { description: 'A chart' });
    const part = (await partsOf(body))[1]!;
    expect([part.fileName, part.content.toString()]).toEqual(['my chart.png', 'the picture']);
    expect((await readBody(body)).byteLength).toBe(body.lengthBytes);
    expect(body.isRepeatable).toBe(true);
  });

  it('fetches once, however often it is sent, and again only after a failure', async () => {
    const server = web({ status: 500 }, {});
    const file = fileFromUrl(URL_TEXT, {}, server.ports);
    await expect(Promise.resolve(encodeBody({ files: [file] }))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    for (let call = 0; call < 2; call++) await readBody(await encodeBody({ files: [file] }));
    expect(server.fetches()).toBe(2);
  });

  it('fetches nothing before it is sent', () => {
    const server = web();
    fileFromUrl(URL_TEXT, {}, server.ports);
    expect(server.fetches()).toBe(0);
  });

  it.each([
    ['https://a.example/', 'file'],
    ['https://a.example/x%zz', 'x%zz'],
    ['https://a.example/..%2f..%2fetc', '../../etc'],
  ])('finds the name in %s', (url, name) => {
    expect(attachment.fromUrl(url).name).toBe(name);
    expect(attachment.fromUrl(new URL(url), { name: 'mine.png' }).name).toBe('mine.png');
  });

  it('refuses more than maxBytes, whether announced or not', async () => {
    const refused = { code: 'FILE_TOO_LARGE', fileName: 'my chart.png', message: expect.stringContaining('more than the 5 bytes') };
    const announced = web({ headers: { 'content-length': '999' } });
    await expect(encode(announced.ports, { maxBytes: 5 })).rejects.toMatchObject(refused);
    const silent = web({ body: '123456' });
    await expect(encode(silent.ports, { maxBytes: 5 })).rejects.toMatchObject(refused);
    await expect(encode(web({ body: '12345' }).ports, { maxBytes: 5 })).resolves.toBeDefined();
  });

  it('says which status the URL was answered with', async () => {
    await expect(encode(web({ status: 404 }).ports)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('was answered with 404'),
    });
  });
});

describe('Y-06 server-side request forgery through attachment.fromUrl', () => {
  it.each([301, 302, 303, 307, 308])('a redirect (%i) is not followed', async (status) => {
    const server = web({ status, headers: { location: 'https://169.254.169.254/latest/meta-data' } });
    await expect(encode(server.ports)).rejects.toMatchObject({ code: 'URL_REFUSED', message: expect.stringContaining(String(status)) });
    expect(server.fetches()).toBe(1);
  });

  it.each([
    ...[
      'http://example.com/a.png',
      'file:///etc/passwd',
      'ftp://example.com/a',
      'data:image/png;base64,AAAA',
      'javascript:alert(1)',
      'blob:x',
    ],
    ...['', 'not a url', '/etc/passwd', '//example.com/a.png', 'https://', 'https://user@example.com/', 'https://user:pass@example.com/'],
  ])('%j is refused: only https without a user', (url) => {
    expect(() => attachment.fromUrl(url)).toThrow(expect.objectContaining({ code: 'URL_REFUSED' }));
  });

  it.each([
    ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '0x7f.1', '0', '0.0.0.0', '127.0.0.1.', '①②⑦.⓪.⓪.①'],
    ...[
      '169.254.169.254',
      '2852039166',
      '0xa9fea9fe',
      '0251.0376.0251.0376',
      '10.0.0.1',
      '192.168.1.1',
      '172.16.0.1',
      '100.64.0.1',
      '224.0.0.1',
    ],
    ...[
      '[::1]',
      '[::]',
      '[::ffff:127.0.0.1]',
      '[::ffff:a9fe:a9fe]',
      '[::127.0.0.1]',
      '[fe80::1]',
      '[fd00::1]',
      '[ff02::1]',
      '[64:ff9b::7f00:1]',
    ],
    ...['[2002:7f00:1::]', '255.255.255.255', '198.18.0.1'],
  ])('https://%s/ is refused: no address of the public internet, however it is written', (host) => {
    expect(() => attachment.fromUrl(`https://${host}/x`)).toThrow(expect.objectContaining({ code: 'URL_REFUSED' }));
  });

  it('a host that is named in allowHosts may have any address', () => {
    expect(() => attachment.fromUrl('https://127.0.0.1:8443/x', { allowHosts: ['127.0.0.1'] })).not.toThrow();
    expect(() => attachment.fromUrl('https://[::1]/x', { allowHosts: ['[::1]'] })).not.toThrow();
    expect(() => attachment.fromUrl('https://127.0.0.2/x', { allowHosts: ['127.0.0.1'] })).toThrow();
  });
});
