// An answer that stands while all is read anew, so that nothing that hangs on it closes, and nothing typed beside it is lost.
import { useState } from "react";

/** @param of what it is the answer to: of something else the last one says nothing */
export function useStanding<Data>(
  data: Data | undefined,
  of: string,
): Data | undefined {
  const [last, setLast] = useState({ of, data });
  if (data !== undefined && (last.data !== data || last.of !== of))
    setLast({ of, data });
  return data ?? (last.of === of ? last.data : undefined);
}
