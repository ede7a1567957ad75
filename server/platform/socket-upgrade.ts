// Whether a request may become a socket at all: asked at the right path, by a page of our own or by a program.
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

export function pathOf(request: IncomingMessage): string {
  return (request.url ?? "").split("?")[0] ?? "";
}

/** Browsers send cookies with a socket whatever page opens it; so only their word for the page counts. */
export function isOwnOrigin(
  { headers }: IncomingMessage,
  origins: readonly string[],
): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

export function refuse(stream: Duplex, status: string): void {
  stream.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}
