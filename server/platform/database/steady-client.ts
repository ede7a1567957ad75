// A connection that always has a listener for its end: one that breaks between two owners would else end the process.
import pg from "pg";

/** The pool takes its own listener away before whoever gets the connection has put up another. */
export class SteadyClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.on("error", () => undefined);
  }
}
