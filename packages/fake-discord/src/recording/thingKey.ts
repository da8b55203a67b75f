/** Things are known by their ids; a channel by another key, since a thread that was begun on a message has the message's id. */
export function thingKey(kind: string, id: string): string {
  return kind === '$channel' ? channelKey(id) : id;
}

/** What a channel is known by. */
export function channelKey(id: string): string {
  return `#${id}`;
}
