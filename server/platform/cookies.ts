// The session's cookie: read from what a browser sends, and written so that scripts and foreign pages cannot use it.
import type { IncomingHttpHeaders } from "node:http";

export const sessionCookie = "splot_session";

export function readCookies(
  headers: IncomingHttpHeaders,
): ReadonlyMap<string, string> {
  const pairs = (headers.cookie ?? "").split(";").map((pair) => {
    const [name = "", ...value] = pair.trim().split("=");
    return [name, value.join("=")] as const;
  });
  return new Map(pairs.filter(([name]) => name !== ""));
}

/** @param value null takes the cookie away */
export function writeCookie(
  name: string,
  value: string | null,
  { secure, maxAge }: { secure: boolean; maxAge: number },
): string {
  return [
    `${name}=${value ?? ""}`,
    "Path=/",
    `Max-Age=${value === null ? 0 : Math.floor(maxAge)}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(secure ? ["Secure"] : []),
  ].join("; ");
}
