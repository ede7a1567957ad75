// A request that would become a socket: where it knocks, and how it is turned away.
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

export function pathOf(request: IncomingMessage): string {
  return (request.url ?? "").split("?")[0] ?? "";
}

export function refuse(stream: Duplex, status: string): void {
  stream.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}
