// A look at who the person of a case is.
import type { Identity } from "./identity.js";
import { useShown } from "./use-shown.js";

export function useLook() {
  const { shown, ...look } = useShown<Identity>();
  return { identity: shown, ...look };
}
