// What was chosen, in the picture or by the address, comes into sight; the focus stays where it is.
import { useEffect, useRef } from "react";

export function useInSight<Place extends Element>(chosen: string | null) {
  const place = useRef<Place>(null);
  useEffect(() => {
    if (chosen === null) return;
    // a page that was just arrived at is brought to its top first
    const frame = requestAnimationFrame(() =>
      place.current?.scrollIntoView({ block: "nearest" }),
    );
    return () => cancelAnimationFrame(frame);
  }, [chosen]);
  return place;
}
