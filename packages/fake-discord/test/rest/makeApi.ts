import { makeRateLimits } from '../../src/rest/limits/RateLimitsOptions.js';
import { RestApi } from '../../src/rest/RestApi.js';
import type { RestReply } from '../../src/rest/RestRequest.js';
import type { GuildSpec } from '../../src/world/arrange.js';
import type { WorldOptions } from '../../src/world/World.js';
import { arrangeHome } from '../arrangeHome.js';
import type { Home } from '../arrangeHome.js';

/** A home with an API in front of it. */
export interface ApiHome extends Home {
  readonly api: RestApi;
  /** Asks as the bot; the query may stand in the path. `headers` come besides. */
  ask(signature: string, json?: unknown, headers?: Readonly<Record<string, string>>): RestReply;
  /** The same with another `authorization`, or none. */
  askAs(authorization: string | undefined, signature: string, json?: unknown, headers?: Readonly<Record<string, string>>): RestReply;
  /** Asks as the bot, with one file as the part `field` and others beside it. */
  upload(signature: string, field: string, data: string, fields?: Readonly<Record<string, string>>): RestReply;
}

const TOKEN = 'a.b.c';
const HEADERS = {
  authorization: `Bot ${TOKEN}`,
  'user-agent': 'DiscordBot (https://example.org, 1.0)',
  'content-type': 'application/json',
};

export function makeApi(spec: Partial<GuildSpec> = {}, options: Partial<WorldOptions> = {}): ApiHome {
  const home = arrangeHome(spec, options);
  const limit = { maxConcurrency: 1, remaining: 990, resetAfterMs: 1234.5, total: 1000 };
  const api = new RestApi({
    ...home,
    limits: makeRateLimits(false),
    token: TOKEN,
    gatewayFacts: () => ({ url: 'ws://127.0.0.1:1', shards: 3, sessionStartLimit: limit }),
  });
  const askAs: ApiHome['askAs'] = (authorization, signature, json, headers = {}) => {
    const [method = '', target = ''] = signature.split(' ');
    const [path = '', query = ''] = target.split('?');
    const body = Buffer.from(json === undefined ? '' : JSON.stringify(json));
    return api.answer({ body, headers: { ...HEADERS, authorization, ...headers }, method, path, query: new URLSearchParams(query) });
  };
  const ask: ApiHome['ask'] = (signature, json, headers) => askAs(HEADERS.authorization, signature, json, headers);
  const upload: ApiHome['upload'] = (signature, field, data, fields = {}) => {
    const [method = '', path = ''] = signature.split(' ');
    const head = `--x\r\ncontent-disposition: form-data; name="${field}"; filename="file.txt"\r\ncontent-type: text/plain\r\n\r\n`;
    const parts = Object.entries(fields).map(
      ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const body = Buffer.from(`${parts.join('')}${head}${data}\r\n--x--\r\n`);
    const headers = { ...HEADERS, 'content-type': 'multipart/form-data; boundary=x' };
    return api.answer({ body, headers, method, path, query: new URLSearchParams() });
  };
  return { ...home, api, ask, askAs, upload };
}
