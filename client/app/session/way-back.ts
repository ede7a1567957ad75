// The way back to where somebody was when the session ended.
const signIn = "/logowanie";

/** The state of an address that says why somebody stands before the sign-in again. */
export const sessionEnded = "sessionEnded";

export function signInPath(from: string): string {
  if (from.startsWith(signIn)) return from;
  return from === "/" ? signIn : `${signIn}?powrot=${encodeURIComponent(from)}`;
}

/** Only a path of this site is followed, never an address that somebody put in a link. */
export function wayBack(search: string): string {
  const path = new URLSearchParams(search).get("powrot");
  return path && /^\/(?![/\\])/.test(path) ? path : "/";
}
