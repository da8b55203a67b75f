/** As many different roles as get a character. Discord allows 250 a guild; those deleted since count too. */
const MAX_CODES = 4_096;
const NO_ROLES: readonly never[] = Object.freeze([]);

/** Lists of role ids as short texts: each role of the guild is a character, so a member's roles take 24 bytes instead of a hundred. */
export class RoleCodes {
  private readonly ids: string[] = [];
  private readonly codes = new Map<string, string>();

  /** The text of a list; `null` when no character is left for one of its roles. */
  encode(roles: readonly string[]): string | null {
    let text = '';
    for (const id of roles) {
      const code = this.codes.get(id) ?? this.assign(id);
      if (code === null) return null;
      text += code;
    }
    return text;
  }

  /** The list of a text. */
  decode(text: string): readonly string[] {
    if (text === '') return NO_ROLES;
    // Of that length from the start: a list that grows has room for more, and messages keep these.
    const roles = new Array<string>(text.length);
    for (let at = 0; at < roles.length; at += 1) roles[at] = this.ids[text.charCodeAt(at)] ?? '';
    return roles;
  }

  private assign(id: string): string | null {
    if (this.ids.length >= MAX_CODES) return null;
    const code = String.fromCharCode(this.ids.length);
    this.ids.push(id);
    this.codes.set(id, code);
    return code;
  }
}
