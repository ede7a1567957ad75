// An organisation has left: its people's rights are narrow from the commit on, on open sockets too, and whoever was asked in stays outside.
import { IsNull } from "typeorm";

import type { NewEvent, Work } from "../events/index.js";
import { Invitation } from "./invitation.js";

export async function narrowWhoLeft(
  work: Work,
  { partnerId, facts }: NewEvent,
): Promise<void> {
  if (!partnerId || facts["isFormer"] !== true) return;
  const { centreId } = work;
  await work.inSystemsName(async () => {
    const invitations = work.manager.getRepository(Invitation);
    const waiting = await invitations.findBy({
      centreId,
      partnerId,
      acceptedAt: IsNull(),
      withdrawnAt: IsNull(),
    });
    for (const invitation of waiting) {
      invitation.close("withdrawnAt", work.now);
      await invitations.save(invitation);
    }
    // heard by every process once this is committed
    await work.rows(
      `select pg_notify('splot_rights', g.account_id::text) from assignment g
       where g.centre_id = $1 and g.partner_id = $2 and g.ended_at is null`,
      [centreId, partnerId],
    );
  });
}
