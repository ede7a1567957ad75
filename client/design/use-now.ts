// The present minute: everything that speaks of time is drawn anew with it.
import { useEffect, useState } from "react";

export function useNow(everyMilliseconds = 60_000): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMilliseconds);
    return () => clearInterval(timer);
  }, [everyMilliseconds]);
  return now;
}
