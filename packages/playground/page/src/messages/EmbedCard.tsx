import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { Markdown, MarkdownLine } from '../markdown/Markdown.js';
import { useSurroundings } from '../state/surroundings.js';
import { colorText } from '../ui/colorText.js';
import { clockTime, dayText } from './messageTime.js';
import { SafePicture } from './SafePicture.js';

/** A rich embed. */
export function EmbedCard({ embed }: { readonly embed: APIEmbed }): VNode {
  const { source } = useSurroundings();
  const style = embed.color === undefined ? {} : { '--accent-line': colorText(embed.color) };
  return (
    <article class="embed" style={style}>
      <div class="embed-main">
        {embed.author !== undefined && <p class="embed-author">{linked(embed.author.name, embed.author.url)}</p>}
        {embed.title !== undefined && <p class="embed-title">{linked(<MarkdownLine text={embed.title} />, embed.url)}</p>}
        {embed.description !== undefined && <Markdown text={embed.description} />}
        {embed.fields !== undefined && embed.fields.length > 0 && <Fields fields={embed.fields} />}
      </div>
      {embed.thumbnail !== undefined && <SafePicture class="embed-thumbnail" url={source(embed.thumbnail.url)} alt="" />}
      {embed.image !== undefined && <SafePicture class="embed-image" url={source(embed.image.url)} alt="" />}
      <Footer embed={embed} />
    </article>
  );
}

function Fields({ fields }: { readonly fields: readonly APIEmbedField[] }): VNode {
  return (
    <dl class="embed-fields">
      {fields.map((field, index) => (
        <div key={index} class={field.inline === true ? 'is-inline' : ''}>
          <dt>
            <MarkdownLine text={field.name} />
          </dt>
          <dd>
            <Markdown text={field.value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Footer({ embed }: { readonly embed: APIEmbed }): VNode | null {
  const time = embed.timestamp === undefined ? undefined : `${dayText(embed.timestamp)}, ${clockTime(embed.timestamp)}`;
  const parts = [embed.footer?.text, time].filter((part) => part !== undefined);
  return parts.length === 0 ? null : <footer class="embed-footer">{parts.join(' • ')}</footer>;
}

/** Only http and https lead anywhere; Discord refuses others, and so does the page. */
function linked(text: VNode | string, url: string | undefined): VNode {
  if (url === undefined || !/^https?:\/\//i.test(url)) return <>{text}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow">
      {text}
    </a>
  );
}
