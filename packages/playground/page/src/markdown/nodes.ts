/** What stands in a line of a message. Text is only ever text: nothing here is, or becomes, HTML. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: SpanType; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly type: 'mention'; readonly of: MentionKind; readonly id: string }
  | { readonly type: 'everybody'; readonly name: 'everyone' | 'here' }
  | { readonly type: 'command'; readonly name: string; readonly id: string }
  | { readonly type: 'emoji'; readonly name: string; readonly id: string; readonly isAnimated: boolean }
  | { readonly type: 'time'; readonly seconds: number; readonly style: string }
  | { readonly type: 'place'; readonly name: string };

/** Marks that surround other text. */
export type SpanType = 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler';

/** Whom or what a `<@…>`, `<@&…>` or `<#…>` means. */
export type MentionKind = 'user' | 'role' | 'channel';

/** One line of a list. `depth` 0 is the outermost. */
export interface ListItem {
  readonly depth: number;
  readonly marker: string;
  readonly children: readonly Inline[];
}

/** What a message is made of, from top to bottom. */
export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly type: 'subtext'; readonly children: readonly Inline[] }
  | { readonly type: 'quote'; readonly children: readonly Block[] }
  | { readonly type: 'list'; readonly items: readonly ListItem[] }
  | { readonly type: 'code'; readonly language: string; readonly text: string };
