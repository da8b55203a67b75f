import { isObject } from './forms/Form.js';
import type { Form } from './forms/Form.js';
import type { WebhookMask } from './Webhooks.js';

/** What another service wants to say, as a message of a webhook. */
export interface ServicePost {
  /** The body of "execute webhook" that says the same. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly mask: WebhookMask;
}

const CONTENT_MAX = 2000;
const URL_MAX = 2048;
const EMBEDS_MAX = 10;
const COLOR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/**
 * Reads a message in Slack's shape, whose `attachments` are embeds here.
 *
 * @see {@link https://docs.discord.com/developers/resources/webhook#execute-slackcompatible-webhook | Execute Slack-compatible webhook}
 */
export function readSlackPost(form: Form): ServicePost {
  const attachments = form.objects('attachments', { max: 1521 }) ?? [];
  const text = form.string('text', { max: CONTENT_MAX });
  const mask = { username: form.string('username'), avatarUrl: form.string('icon_url', { max: URL_MAX }) };
  const embeds = attachments.slice(0, EMBEDS_MAX).map(slackEmbed);
  return { mask, body: { content: text ?? '', embeds } };
}

function slackEmbed(form: Form): object {
  const url = (name: string): string | undefined => form.string(name, { max: URL_MAX });
  const color = form.string('color', { max: 7 });
  if (color !== undefined && !COLOR.test(color)) form.refuse('color', 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
  const author = named(form.string('author_name'), 'name', { url: url('author_link'), icon_url: url('author_icon') });
  const footer = named(form.string('footer'), 'text', { icon_url: url('footer_icon') });
  const fields = (form.objects('fields') ?? []).map((field) => ({
    name: field.string('title') ?? field.string('name'),
    value: field.string('value'),
    inline: field.boolean('short') ?? false,
  }));
  return JSON.parse(
    JSON.stringify({
      title: form.string('title'),
      url: url('title_link'),
      description: [form.string('pretext'), form.string('text')].filter((part) => part !== undefined).join('\n') || undefined,
      color: color === undefined ? undefined : colorOf(color),
      author,
      footer,
      image: pictureOf(url('image_url')),
      thumbnail: pictureOf(url('thumb_url')),
      fields,
    }),
  ) as object;
}

/** Without a text there is nothing to link. */
function named(text: string | undefined, field: string, links: object): object | undefined {
  return text === undefined ? undefined : { [field]: text, ...links };
}

function colorOf(text: string): number {
  const digits = text.slice(1);
  return parseInt(digits.length === 3 ? digits.replace(/./g, '$&$&') : digits, 16);
}

function pictureOf(url: string | undefined): object | undefined {
  return url === undefined ? undefined : { url };
}

/** What GitHub tells of, by the field that it comes in, from the most particular to the most general. */
const GITHUB_SUBJECTS = ['comment', 'review', 'check_run', 'check_suite', 'discussion', 'pull_request', 'issue', 'release', 'forkee'];

/**
 * Reads an event of GitHub. Discord words them itself, one by one, and does not say how; here an embed names repository, subject and deed. What is no news
 * (GitHub's first ping) leads to no message: `null`.
 *
 * @see {@link https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook | Execute GitHub-compatible webhook}
 */
export function readGithubPost(form: Form): ServicePost | null {
  form.require('sender');
  checkUrls(form);
  const sender = form.object('sender');
  sender?.require('login', 'html_url', 'avatar_url');
  const news = readNews(form);
  if (news === null || sender === undefined) return null;
  const [name, url, icon] = ['login', 'html_url', 'avatar_url'].map((field) => sender.string(field));
  const embed = { title: `[${repositoryOf(form)}] ${news.title}`, url: news.url, author: { name, url, icon_url: icon } };
  return { mask: { avatarUrl: undefined, username: 'GitHub' }, body: { embeds: [embed] } };
}

/** URLs are short wherever they stand. */
function checkUrls(form: Form): void {
  for (const name of form.names()) {
    const value = form.raw(name);
    if (isObject(value)) checkUrls(form.object(name) ?? form);
    else if (Array.isArray(value) && value.every(isObject)) form.objects(name)?.forEach(checkUrls);
    else if (/(?:url|compare)$/.test(name)) form.string(name, { max: URL_MAX });
  }
}

function repositoryOf(form: Form): string {
  return form.object('repository')?.string('full_name') ?? 'unknown';
}

function readNews(form: Form): { readonly title: string; readonly url: unknown } | null {
  const commits = form.list('commits', { max: 1521 });
  if (commits !== undefined && commits.length > 0)
    return {
      title: `${String(commits.length)} new commit${commits.length === 1 ? '' : 's'}`,
      url: form.string('compare', { max: URL_MAX }),
    };
  const field = GITHUB_SUBJECTS.find((each) => form.has(each));
  const subject = field === undefined ? undefined : form.raw(field);
  if (field === undefined || !isObject(subject)) return null;
  const about = subject['title'] ?? subject['name'] ?? subject['tag_name'] ?? subject['full_name'];
  const deed = [field.replace('_', ' '), form.string('action')].filter((word) => word !== undefined).join(' ');
  return { title: typeof about === 'string' ? `${deed}: ${about}` : deed, url: subject['html_url'] };
}
