// An organisation has joined: what it offered to the hub alone until then is everybody's to see.
import type { NewEvent, Work } from "../events/index.js";
import { Partner } from "../partners/index.js";

export async function showOfferOfWhoJoined(
  work: Work,
  { partnerId }: NewEvent,
): Promise<void> {
  if (!partnerId) return;
  const { centreId } = work;
  await work.inSystemsName(async () => {
    const isIn = await work.manager
      .getRepository(Partner)
      .existsBy({ centreId, id: partnerId, status: "ACTIVE" });
    if (!isIn) return;
    const shown = await work.rows<{ id: string }>(
      `update service set visibility = 'PUBLIC', version = version + 1, updated_at = $3
       where centre_id = $1 and partner_id = $2 and visibility = 'HUB_ONLY' returning id`,
      [centreId, partnerId, work.now],
    );
    if (shown.length > 0)
      work.record({
        type: "NetworkOfferShown",
        topic: "NETWORK",
        subjectId: partnerId,
        partnerId,
        facts: { services: shown.length },
      });
  });
}
