// Watches a coordinator's sent referrals from every page: the count of what waits for her in the tab.
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { useTabCount } from "../app/shell/tab-title.js";
import { useWatchAwaitingNext } from "./awaiting-next.js";
import { senderRoles, useJustSent } from "./sent-list.js";
import { useAwaitingHer } from "./use-awaits-her.js";

export function SentWatch() {
  const viewer = useViewer();
  return holdsAny(viewer, senderRoles) ? <Watch /> : null;
}

function Watch() {
  useTabCount(useAwaitingHer());
  useWatchAwaitingNext();
  useJustSent();
  return null;
}
