// What the lists of attendance come to for one referral, where nobody says otherwise at its end.
import type { Work } from "../../events/index.js";
import { Attendance, deliveredOf } from "./attendance.js";

/** null: nobody wrote a list. */
export async function attendedOf(
  work: Work,
  referralId: string,
): Promise<number | null> {
  const { centreId } = work;
  const lines = await work.manager
    .getRepository(Attendance)
    .findBy({ centreId, referralId });
  return lines.length > 0 ? deliveredOf(lines) : null;
}
