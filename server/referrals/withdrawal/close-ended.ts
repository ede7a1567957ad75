// What an ended referral rested on is taken back: it stays where it is, and what was written of the person is closed to its partner.
import type { Work } from "../../events/index.js";
import { saveReferral } from "../move-referral.js";
import { Referral } from "../referral.js";
import { BASIS_TAKEN_BACK } from "../standing-events.js";
import { askWhatIsKept } from "./keeping.js";

/** @returns false where it has not ended; once masked there is nothing left to close */
export async function closeEnded(work: Work, id: string): Promise<boolean> {
  const referral = await work.manager.getRepository(Referral).findOne({
    where: { centreId: work.centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (!referral || referral.isOpen) return false;
  const { basisWithdrawn, vanished, maskedAt, version } = referral;
  if (basisWithdrawn || vanished || maskedAt) return true;
  const closed = Object.assign(new Referral(), referral, {
    ...{ basisWithdrawn: true, version: version + 1, updatedAt: work.now },
  });
  await saveReferral(work, closed, BASIS_TAKEN_BACK);
  // what expired unopened nobody has seen; who waits in a queue may have been shown to it
  if (closed.status !== "EXPIRED" || closed.openedAt)
    await askWhatIsKept(work, closed);
  return true;
}
