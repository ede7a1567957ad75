// What is shown of a person, in the memory of one card: it goes by itself when its time is over, and with the page.
import { useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";

import type { Identity } from "./identity.js";

interface Look {
  identity: Identity;
  since: number;
  lastsMs: number;
}

const EVERY_MS = 2_000;
const MINUTE_MS = 60_000;

/** Also of a clock that was put back, or a machine that slept. */
const leftOf = ({ since, lastsMs }: Look, now: number) =>
  now < since ? 0 : since + lastsMs - now;

export function useLook() {
  const [look, setLook] = useState<Look | null>(null);
  const [minutes, setMinutes] = useState(0);
  const [wasHidden, setHidden] = useState(false);

  useEffect(() => {
    if (!look) return undefined;
    const watch = () => {
      const left = leftOf(look, Date.now());
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

  const begin = useCallback((identity: Identity, lastsMs: number) => {
    setHidden(false);
    setLook({ identity, since: Date.now(), lastsMs });
  }, []);
  const replace = useCallback(
    (identity: Identity) => setLook((was) => was && { ...was, identity }),
    [],
  );
  const hide = useCallback(() => setLook(null), []);
  return {
    identity: look?.identity ?? null,
    minutes,
    /** By itself, since its time was over. */
    wasHidden,
    begin,
    replace,
    hide,
  };
}
