/** As many different roles as get a character. Discord allows 250 a guild; those deleted since count too. */
const MAX_CODES = 4_096;
const MAX_LISTS = 512;
const NO_ROLES: readonly never[] = Object.freeze([]);

/** A column of lists of role ids. Each role of the guild is a character, so a member's roles are a short text: 24 bytes instead of a hundred. */
export class RoleCodes {
  private readonly texts: string[] = [];
  private readonly ids: string[] = [];
  private readonly codes = new Map<string, string>();
  /** Lists with roles for which no character was left. */
  private readonly odd = new Map<number, readonly string[]>();
  /** Lists that were read lately: members with the same roles share one. */
  private lists = new Map<string, readonly string[]>();

  write(row: number, roles: readonly string[]): void {
    let text = '';
    for (const id of roles) {
      const code = this.codes.get(id) ?? this.assign(id);
      if (code === undefined) {
        this.texts[row] = '';
        this.odd.set(row, roles);
        return;
      }
      text += code;
    }
    this.odd.delete(row);
    this.texts[row] = text;
  }

  read(row: number): readonly string[] {
    const text = this.texts[row] ?? '';
    if (text === '') return this.odd.get(row) ?? NO_ROLES;
    const known = this.lists.get(text);
    if (known !== undefined) return known;
    if (this.lists.size >= MAX_LISTS) this.lists = new Map();
    const list = Object.freeze(Array.from({ length: text.length }, (_, at) => this.ids[text.charCodeAt(at)] ?? ''));
    this.lists.set(text, list);
    return list;
  }

  private assign(id: string): string | undefined {
    if (this.ids.length >= MAX_CODES) return undefined;
    const code = String.fromCharCode(this.ids.length);
    this.ids.push(id);
    this.codes.set(id, code);
    return code;
  }
}
