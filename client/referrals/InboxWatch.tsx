// Watches the inbox from every page: the count in the tab, the sound for who wants it.
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { useTabCount } from "../app/shell/tab-title.js";
import { inboxRoles, useArrivals, useAwaitingReferrals } from "./inbox.js";
import { ring } from "./sound.js";

export function InboxWatch() {
  const viewer = useViewer();
  return holdsAny(viewer, inboxRoles) ? <Watch /> : null;
}

function Watch() {
  useTabCount(useAwaitingReferrals());
  useArrivals(ring);
  return null;
}
