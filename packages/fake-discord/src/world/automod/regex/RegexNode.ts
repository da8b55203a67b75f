/** What a text is tested with at one place: the character before it and the one behind it. */
export type Assertion = (before: string | undefined, behind: string | undefined) => boolean;

/** Whether one character fits. */
export type CharTest = (char: string) => boolean;

/** A regular expression, taken apart. */
export type RegexNode =
  | { readonly kind: 'assertion'; readonly holds: Assertion }
  | { readonly kind: 'char'; readonly fits: CharTest }
  | { readonly kind: 'choice'; readonly options: readonly RegexNode[] }
  | {
      readonly kind: 'repeat';
      readonly isGreedy: boolean;
      readonly max: number;
      readonly min: number;
      readonly node: RegexNode;
    }
  | { readonly kind: 'sequence'; readonly parts: readonly RegexNode[] };

/** What `(?i)` and its like switch on. */
export interface RegexFlags {
  readonly ignoresCase: boolean;
  readonly isMultiLine: boolean;
  readonly spansLines: boolean;
}
