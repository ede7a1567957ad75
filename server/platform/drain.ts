// How a process leaves: what runs is answered, what comes is sent elsewhere, sockets are told to come back.
import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** Ten seconds are promised from the signal to the end; jobs, connections and the database need the rest. */
const patienceMs = 5_000;

/** Watches the server's requests from its beginning; what it answers is called once, at the end. */
export function drainOf(
  server: Server,
): (sockets: { drain(): Promise<void> }) => Promise<void> {
  let running = 0;
  let isDraining = false;
  let tellQuiet: () => void = () => undefined;
  const quiet = new Promise<void>((resolve) => (tellQuiet = resolve));

  server.on("request", (_request, response) => {
    // what comes now is refused at once, and need not be waited for
    if (isDraining) return;
    running += 1;
    response.once("close", () => {
      running -= 1;
      if (isDraining && running === 0) tellQuiet();
    });
  });

  return async (sockets) => {
    isDraining = true;
    if (running === 0) tellQuiet();
    // the port stays open meanwhile, so that a balancer reads 503 rather than guesses
    await Promise.race([
      Promise.all([sockets.drain(), quiet]),
      pause(patienceMs, undefined, { ref: false }),
    ]);
    server.close();
    server.closeAllConnections();
  };
}
