// What awaits a coordinator of what she sent, each as it stands in her list.
import { referralPath } from "../app/shell/referral-path.js";
import { useAwaitsHer } from "../referring/index.js";
import type { Waiting } from "./waiting.js";

export function useSentWaiting(): Waiting[] {
  return useAwaitsHer().map(([kind, { id, number, service }]) => ({
    ...{ kind, id },
    name: `${number} · ${service.name}`,
    to: referralPath(number),
  }));
}
