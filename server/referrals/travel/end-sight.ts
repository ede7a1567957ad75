// What the partner of an open referral may see of the person ends or begins anew: on open screens too.
import { IsNull } from "typeorm";

import {
  DisclosureBasis,
  END_SIGHT,
  ReferralScope,
} from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { standingEvent } from "../move-referral.js";
import { Referral } from "../referral.js";
import { SIGHT_BEGUN, SIGHT_ENDED } from "../standing-events.js";

/** Says so once for each change, however often it is asked. */
export async function endSight(work: Work, id: string): Promise<void> {
  const { centreId, manager, now } = work;
  const referral = await manager.getRepository(Referral).findOne({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  const scope = await manager
    .getRepository(ReferralScope)
    .findOneBy({ centreId, referralId: id });
  if (!referral?.isOpen || !scope) return;
  const { partnerId, serviceId, disclosureLevel: level, priority } = referral;
  const asked = { partnerId, serviceId, level, priority };
  const { caseId } = scope;
  const given = await manager
    .getRepository(DisclosureBasis)
    .findBy({ centreId, caseId, partnerId, revokedAt: IsNull() });
  // those that cover it, or will
  const bases = given.filter(
    (basis) =>
      basis.allows(scope.fields) &&
      basis.covers(asked, basis.givenAt > now ? basis.givenAt : now),
  );
  const sees = await maySee(work, referral, scope);
  if (sees !== (await sawLast(work, id)))
    work.record(standingEvent(referral, sees ? SIGHT_BEGUN : SIGHT_ENDED));
  // the queue's clock may be ahead of ours: it rings again
  const changes = bases.flatMap(({ givenAt, validTo }) => {
    const next = givenAt > now ? givenAt : validTo;
    return next ? [next.getTime()] : [];
  });
  if (changes.length > 0)
    await work.enqueue(END_SIGHT, id, new Date(Math.min(...changes)));
}

/** As the door is asked when somebody looks: a restriction, an agreement and a programme count as well as a basis. */
async function maySee(
  work: Work,
  { partnerId, serviceId, disclosureLevel, priority }: Referral,
  { caseId, fields }: ReferralScope,
): Promise<boolean> {
  const [door] = await work.rows<{ is_open: boolean }>(
    `select may_be_seen($1, $2, $3, $4, $5, $6, $7) as is_open`,
    [
      ...[caseId, partnerId, serviceId, disclosureLevel, priority],
      ...[fields, work.now],
    ],
  );
  return door?.is_open ?? false;
}

/** Nothing travels without a basis: it begins with the sending. */
async function sawLast(work: Work, id: string): Promise<boolean> {
  const [last] = await work.rows<{ type: string }>(
    `select type from event where centre_id = $1 and subject_id = $2 and topic = 'REFERRAL' and type = any($3)
     order by position desc limit 1`,
    [work.centreId, id, [SIGHT_BEGUN, SIGHT_ENDED]],
  );
  return last?.type !== SIGHT_ENDED;
}
