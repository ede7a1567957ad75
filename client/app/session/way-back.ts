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

/** What stood behind the # of the page that was wanted, such as the code of a card: no server is told of it, and it is kept nowhere but here. */
let behind: { path: string; hash: string } | null = null;

export function keepBehind(path: string, hash: string): void {
  behind = hash ? { path, hash } : null;
}

export function forgetBehind(): void {
  behind = null;
}

/** The way back within this page; a server is asked by {@link wayBack} alone. */
export function wholeWayBack(search: string): string {
  const path = wayBack(search);
  return behind?.path === path ? path + behind.hash : path;
}
