import { Agent, type AgentOptions } from 'node:http';

/** Speaks plain HTTP to a port of this machine where a library believes in HTTPS and has no option for either. */
export class PlainAgent extends Agent {
  readonly protocol = 'https:';
  readonly defaultPort: number;

  constructor(port: number, options?: AgentOptions) {
    super(options);
    this.defaultPort = port;
  }
}
