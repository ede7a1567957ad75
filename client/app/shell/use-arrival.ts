// Another page begins at its top, for the eye and for the keyboard.
import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

export function useArrival(contentId: string): void {
  const { pathname, hash } = useLocation();
  const arrivedAt = useRef(pathname);
  useEffect(() => {
    if (arrivedAt.current === pathname) return;
    arrivedAt.current = pathname;
    // a section that the address names takes the focus itself
    if (hash) return;
    window.scrollTo(0, 0);
    const content = document.getElementById(contentId);
    // a list beside what was chosen from it keeps the focus
    if (!content?.contains(document.activeElement))
      content?.focus({ preventScroll: true });
  }, [pathname, hash, contentId]);
}
