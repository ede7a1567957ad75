// A contact person was replaced: whoever is reached from now on gets links of her own to what still waits for an answer.
import type { NewEvent, Work } from "../events/index.js";
import { writeLetter } from "../letters/index.js";
import { contactOf } from "./addressee.js";
import { ANSWER_REFERRAL, hourOf, type Priority } from "./tell-of-referral.js";

export async function tellSuccessor(
  work: Work,
  { partnerId }: NewEvent,
): Promise<void> {
  if (!partnerId) return;
  await work.inSystemsName(async () => {
    const [first] = await work.rows<{ priority: Priority }>(
      `select priority from referral where centre_id = $1 and partner_id = $2 and status in ('SENT', 'RECEIVED')
       order by array_position(array['EMERGENCY', 'URGENT', 'STANDARD'], priority) limit 1`,
      [work.centreId, partnerId],
    );
    const contactPersonId = await contactOf(work, partnerId);
    if (!first || !contactPersonId) return;
    await writeLetter(work, {
      kind: ANSWER_REFERRAL,
      partnerId,
      contactPersonId,
      key: `${ANSWER_REFERRAL}:successor:${partnerId}`,
      sendAt: hourOf(work.now, first.priority),
    });
  });
}
