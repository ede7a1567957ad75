// Whether a request comes from our own pages: what a browser says of the page that sent it, held against our address.
import type { IncomingHttpHeaders } from "node:http";

function findHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Programs send no Origin; a browser's must be the public address or the one it has just asked. */
export function isOwnOrigin(
  headers: IncomingHttpHeaders,
  publicUrl: string,
): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origin === publicUrl) return true;
  return host !== undefined && findHost(origin) === host;
}
