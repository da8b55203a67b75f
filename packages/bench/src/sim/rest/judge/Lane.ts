import { limitRouteOf } from '@aplomb/rest/ratelimit';
import type { Attempt } from '../Attempt.js';
import type { RouteSpec } from '../truth/routes.js';
import { Told } from './Told.js';

/** A route as the client sees it, with its kind of call: what a hash is learned for. */
export class Place {
  readonly name: string;
  /** The hashes that its answers named. */
  readonly hashes = new Told<string>();

  constructor(name: string) {
    this.name = name;
  }
}

/** Calls that the client can tell by nothing but their number: one route, one major parameter, one kind. */
export class Lane {
  readonly place: Place;
  readonly isInteraction: boolean;
  readonly majorKey: string;
  readonly routeKey: string;
  readonly subKey: string;
  /** Until when its order may suffer from a 429 or a loss. */
  disturbedUntilMs = -Infinity;
  /** The last write that the server took, by the order of asking. */
  lastWrite: Attempt | null = null;

  constructor(
    place: Place,
    route: { readonly isInteraction: boolean; readonly majorKey: string; readonly routeKey: string },
    subKey: string,
  ) {
    this.place = place;
    this.isInteraction = route.isInteraction;
    this.majorKey = route.majorKey;
    this.routeKey = route.routeKey;
    this.subKey = subKey;
  }
}

/** Makes lanes, and shares their places. */
export class Lanes {
  private readonly places = new Map<string, Place>();

  of(route: RouteSpec, major: string, subKey: string): Lane {
    const limitRoute = limitRouteOf(route.method, route.path(major));
    const name = `${limitRoute.routeKey} ${subKey}`;
    const place = this.places.get(name) ?? new Place(name);
    this.places.set(name, place);
    return new Lane(place, limitRoute, subKey);
  }
}
