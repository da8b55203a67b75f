import type { APIConnection, OAuth2Scopes } from 'discord-api-types/v10';
import { opaqueHash } from '../opaqueHash.js';
import type { World } from './World.js';

/** What people can agree to, by Discord's names. */
export type OAuthScope = 'openid' | `${OAuth2Scopes}`;

/** What a person agreed to: that the application asks in their name. */
export interface Grant {
  /** When its token stops working, in milliseconds since 1970. */
  readonly expiresAtMs: number;
  readonly scopes: readonly OAuthScope[];
  /** What goes behind `Bearer`. */
  readonly token: string;
  readonly userId: string;
}

/** How long an access token works. */
const WEEK_MS = 7 * 86_400_000;

/**
 * Whose agreement the application has. How people come to agree (a page of Discord's, and the exchange of a code) is not simulated.
 *
 * @see {@link https://docs.discord.com/developers/topics/oauth2 | OAuth2}
 */
export class Grants {
  private readonly byToken = new Map<string, Grant>();
  private readonly connections = new Map<string, readonly APIConnection[]>();
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  authorize(userId: string, scopes: readonly OAuthScope[]): Grant {
    const token = opaqueHash(`grant ${this.world.snowflakes.next()}`).slice(0, 30);
    const grant = { expiresAtMs: this.world.clock.wallMs() + WEEK_MS, scopes, token, userId };
    this.byToken.set(token, grant);
    return grant;
  }

  /** The agreement of a token that still works. */
  find(token: string): Grant | undefined {
    const grant = this.byToken.get(token);
    return grant === undefined || grant.expiresAtMs <= this.world.clock.wallMs() ? undefined : grant;
  }

  /** The accounts that a person has elsewhere. */
  connectionsOf(userId: string): readonly APIConnection[] {
    return this.connections.get(userId) ?? [];
  }

  connect(userId: string, { name, type }: Pick<APIConnection, 'name' | 'type'>): void {
    const connection: APIConnection = {
      id: opaqueHash(`${type} ${name}`).slice(0, 16),
      name,
      type,
      verified: true,
      friend_sync: false,
      show_activity: true,
      two_way_link: false,
      visibility: 1,
    };
    this.connections.set(userId, [...this.connectionsOf(userId), connection]);
  }
}
