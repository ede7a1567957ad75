// Taking a port, and saying in a sentence why it cannot be had.
import { createServer, type Server } from "node:net";

/** The address cannot be listened on; the message is meant for the operator. */
export class PortUnusable extends Error {}

function explain(cause: NodeJS.ErrnoException, port: number, host: string) {
  const other = port < 65535 ? port + 1 : 4000;
  switch (cause.code) {
    case "EADDRINUSE":
      return `Port ${port} is taken. Stop the program that uses it or choose another: PORT=${other} npm start`;
    case "EACCES":
      return `Port ${port} is kept for the system. Choose one above 1023: PORT=4000 npm start`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST is "${host}", which is no address of this machine.`;
    default:
      return `Port ${port} of ${host} cannot be used (${cause.code ?? cause.message}).`;
  }
}

export async function listen(
  server: Server,
  port: number,
  host: string,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException) =>
      reject(new PortUnusable(explain(cause, port, host), { cause }));
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      resolve();
    });
  });
}

/** Asked first, so that a taken port is told before anything else is started. */
export async function checkPort(port: number, host: string): Promise<void> {
  const probe = createServer();
  await listen(probe, port, host);
  await new Promise((resolve) => probe.close(resolve));
}
