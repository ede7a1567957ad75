// What is shown of a person, in the memory of one card: it goes by itself when its time is over, and with the page.
import { useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";

interface Look<Shown> {
  shown: Shown;
  since: number;
  /** Null: it tells nothing of anybody, and stays. */
  lastsMs: number | null;
}

const EVERY_MS = 2_000;
const MINUTE_MS = 60_000;

/** Also of a clock that was put back, or a machine that slept. */
const leftOf = (since: number, lastsMs: number, now: number) =>
  now < since ? 0 : since + lastsMs - now;

export function useShown<Shown>() {
  const [look, setLook] = useState<Look<Shown> | null>(null);
  const [minutes, setMinutes] = useState(0);
  const [wasHidden, setHidden] = useState(false);

  useEffect(() => {
    if (!look || look.lastsMs === null) return undefined;
    const { since, lastsMs } = look;
    const watch = () => {
      const left = leftOf(since, lastsMs, Date.now());
      setMinutes(Math.ceil(left / MINUTE_MS));
      if (left > 0) return;
      setLook(null);
      setHidden(true);
    };
    watch();
    const timer = setInterval(watch, EVERY_MS);
    // what a browser keeps of a page that was left shows nobody
    const leave = () => flushSync(() => setLook(null));
    document.addEventListener("visibilitychange", watch);
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", watch);
      window.removeEventListener("pagehide", leave);
    };
  }, [look]);

  const begin = useCallback((shown: Shown, lastsMs: number | null) => {
    setHidden(false);
    setLook({ shown, since: Date.now(), lastsMs });
  }, []);
  const replace = useCallback(
    (shown: Shown) => setLook((was) => was && { ...was, shown }),
    [],
  );
  const hide = useCallback(() => setLook(null), []);
  return {
    shown: look?.shown ?? null,
    minutes,
    /** By itself, since its time was over. */
    wasHidden,
    begin,
    replace,
    hide,
  };
}
