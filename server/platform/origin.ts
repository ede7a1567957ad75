// Whether a request comes from our own pages: what a browser says of the page that sent it, held against our address.
import type { IncomingHttpHeaders } from "node:http";

/** Programs send no Origin; a browser's must be the public address or the one it has just asked, as safely. */
export function isOwnOrigin(
  headers: IncomingHttpHeaders,
  publicUrl: string,
): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origin === publicUrl) return true;
  if (host === undefined || !URL.canParse(origin)) return false;
  const page = new URL(origin);
  const isAsSafe =
    page.protocol === "https:" || !publicUrl.startsWith("https:");
  return page.host === host && isAsSafe;
}
