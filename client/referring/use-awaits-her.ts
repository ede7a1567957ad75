// What of the viewer's own referrals waits for her, on whatever page she is.
import { useAwaitingNext } from "./awaiting-next.js";
import { awaitsHer, isPressing } from "./awaits-her.js";
import { useSent } from "./sent-list.js";

export function useAwaitsHer() {
  return awaitsHer(useSent(), useAwaitingNext());
}

/** In the badge of the menu and in the tab. */
export function useAwaitingHer(): number {
  return useAwaitsHer().filter(([kind]) => isPressing(kind)).length;
}
