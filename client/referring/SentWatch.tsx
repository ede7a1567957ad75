// Watches a coordinator's sent referrals from every page: the count of offered places in the tab.
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { useTabCount } from "../app/shell/tab-title.js";
import {
  senderRoles,
  useAwaitingConfirmation,
  useJustSent,
} from "./sent-list.js";

export function SentWatch() {
  const viewer = useViewer();
  return holdsAny(viewer, senderRoles) ? <Watch /> : null;
}

function Watch() {
  useTabCount(useAwaitingConfirmation());
  useJustSent();
  return null;
}
