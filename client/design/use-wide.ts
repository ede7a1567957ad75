// Whether the screen has room for things side by side, or is held in a hand.
import { useSyncExternalStore } from "react";

const wide = "(min-width: 62em)";

export function useWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(wide);
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    () => window.matchMedia(wide).matches,
  );
}
