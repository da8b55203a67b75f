import type { APIEmbed, EmbedType } from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { dateOf } from '../dates.js';
import { View } from '../View.js';

type Part<Name extends keyof APIEmbed> = Camel<NonNullable<APIEmbed[Name]>> | null;

/**
 * An embed of a message. Its payload is what `embeds` of another message takes: `{ embeds: [embed.data] }`.
 *
 * @see {@link https://docs.discord.com/developers/resources/message#embed-object | Embed object}
 */
export class Embed extends View<APIEmbed> {
  get title(): string | null {
    return this.data.title ?? null;
  }

  /** `rich` for those of bots; what Discord makes of links has other types. */
  get type(): EmbedType | null {
    return this.data.type ?? null;
  }

  get description(): string | null {
    return this.data.description ?? null;
  }

  get url(): string | null {
    return this.data.url ?? null;
  }

  get timestamp(): Date | null {
    return dateOf(this.data.timestamp);
  }

  get color(): number | null {
    return this.data.color ?? null;
  }

  get footer(): Part<'footer'> {
    return this.part('footer');
  }

  get image(): Part<'image'> {
    return this.part('image');
  }

  get thumbnail(): Part<'thumbnail'> {
    return this.part('thumbnail');
  }

  get video(): Part<'video'> {
    return this.part('video');
  }

  get provider(): Part<'provider'> {
    return this.part('provider');
  }

  get author(): Part<'author'> {
    return this.part('author');
  }

  get fields(): Camel<NonNullable<APIEmbed['fields']>> {
    return camel(this.data.fields ?? []);
  }

  get flags(): number {
    return this.data.flags ?? 0;
  }

  private part<Name extends keyof APIEmbed>(name: Name): Part<Name> {
    const part = this.data[name];
    return part === undefined ? null : camel(part as NonNullable<APIEmbed[Name]>);
  }
}
