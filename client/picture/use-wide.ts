// Whether picture and table have room side by side.
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
