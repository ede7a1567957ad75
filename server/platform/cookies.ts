// The session's cookie: read from what a browser sends, and written so that scripts and foreign pages cannot use it.
import type { IncomingHttpHeaders } from "node:http";

export const sessionCookie = "splot_session";

/** Browsers let only this very host set such a cookie, and only by https: a neighbouring name cannot slip its own in. */
const ownHost = "__Host-";

export const isSecure = (publicUrl: string) => publicUrl.startsWith("https:");

/** @param secure only what was set by https under this host is looked at, told without the prefix */
export function readCookies(
  headers: IncomingHttpHeaders,
  secure: boolean,
): ReadonlyMap<string, string> {
  const prefix = secure ? ownHost : "";
  const pairs = (headers.cookie ?? "").split(";").map((pair) => {
    const [name = "", ...value] = pair.trim().split("=");
    return [name, value.join("=")] as const;
  });
  return new Map(
    pairs
      .filter(([name]) => name !== "" && name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );
}

/** @param value null takes the cookie away */
export function writeCookie(
  name: string,
  value: string | null,
  { secure, maxAge }: { secure: boolean; maxAge: number },
): string {
  return [
    `${secure ? ownHost : ""}${name}=${value ?? ""}`,
    "Path=/",
    `Max-Age=${value === null ? 0 : Math.floor(maxAge)}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(secure ? ["Secure"] : []),
  ].join("; ");
}
