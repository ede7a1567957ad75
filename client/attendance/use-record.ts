// Writing lines of a list: what came of it, and the list read anew after it.
import { useState } from "react";

import { useAsk } from "../app/forms/use-ask.js";
import type { AttendanceEntryInput } from "../graphql/generated/graphql.js";
import { RecordAttendance } from "./attendance.documents.js";

export function useRecord(readAnew: () => Promise<unknown>) {
  const asking = useAsk(RecordAttendance);
  const [wasQuicker, setQuicker] = useState(false);

  async function record(
    { from, to }: { from: string; to: string },
    entries: AttendanceEntryInput[],
  ): Promise<boolean> {
    if (entries.length === 0) return true;
    const outcome = await asking.run({ input: { from, to, entries } });
    const name = outcome?.__typename;
    setQuicker(name === "AttendanceMoved" || name === "ReferralMoved");
    if (outcome) await readAnew();
    return name === "AttendanceRecorded";
  }

  return { ...asking, wasQuicker, record };
}

export type Recording = ReturnType<typeof useRecord>;
