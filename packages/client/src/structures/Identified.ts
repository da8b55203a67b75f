/** What is known of something of which only the id is known. */
export interface Identified {
  readonly id: string;
}
