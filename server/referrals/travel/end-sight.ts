// What the partner of an open referral may see of the person ends or begins anew: on open screens too.
import { In, IsNull } from "typeorm";

import {
  DisclosureBasis,
  END_SIGHT,
  ReferralScope,
} from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import { standingEvent } from "../move-referral.js";
import { Referral } from "../referral.js";
import { SIGHT_BEGUN, SIGHT_ENDED } from "../standing-events.js";
import { alsoRings, haveRung } from "../timers.js";

/** Says so once for each change, however often it is asked. */
export async function endSight(work: Work, id: string): Promise<void> {
  const { centreId, manager } = work;
  const referral = await manager.getRepository(Referral).findOne({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (referral) await lookAt(work, [referral]);
}

/** What else is looked at now goes with it, in a few statements for all; whatever another process has in hand is left to that one. */
export async function endSightsDue(work: Work, id: string): Promise<boolean> {
  const { centreId, manager } = work;
  const rung = await alsoRings(work, END_SIGHT);
  const ids = [id, ...rung.map(({ referralId }) => referralId)];
  const held = await manager.getRepository(Referral).find({
    where: { centreId, id: In(ids) },
    order: { serviceId: "ASC", id: "ASC" },
    lock: { mode: "pessimistic_write", onLocked: "skip_locked" },
  });
  await lookAt(work, held);
  const looked = new Set(held.map((one) => one.id));
  await haveRung(
    work,
    rung.filter(({ referralId }) => looked.has(referralId)),
  );
  return looked.has(id);
}

interface Looked {
  id: string;
  sees: boolean;
  saw: boolean;
}

async function lookAt(work: Work, held: readonly Referral[]): Promise<void> {
  const { centreId, manager } = work;
  const open = held.filter(({ isOpen }) => isOpen);
  const scopes = await manager
    .getRepository(ReferralScope)
    .findBy({ centreId, referralId: In(open.map(({ id }) => id)) });
  const told = open.flatMap((referral) => {
    const scope = scopes.find(({ referralId }) => referralId === referral.id);
    return scope ? [{ referral, scope }] : [];
  });
  if (told.length === 0) return;
  const next = await changesOf(work, told);
  // whoever asked to look in the meantime is waited for here, and not put off: what she changed is read from here on
  await ringAgain(work, next);
  const looked = await maySee(work, told);
  for (const { id, sees, saw } of looked) {
    const referral = open.find((one) => one.id === id);
    if (referral && sees !== saw)
      work.record(standingEvent(referral, sees ? SIGHT_BEGUN : SIGHT_ENDED));
  }
  if (next.length === 0) return;
  const isSame = (one: Change) =>
    next.some(
      ({ id, at }) => id === one.id && at.getTime() === one.at.getTime(),
    );
  const since = await changesOf(work, told);
  await ringAgain(
    work,
    since.filter((one) => !isSame(one)),
  );
}

interface Change {
  id: string;
  at: Date;
}

/** The queue's clock may be ahead of ours: it rings again. */
async function ringAgain(work: Work, at: readonly Change[]): Promise<void> {
  if (at.length === 0) return;
  await work.rows(
    `select enqueue_job($1, g.id, g.at) from jsonb_to_recordset($2::jsonb) as g(id uuid, at timestamptz) order by g.id`,
    [END_SIGHT, JSON.stringify(at)],
  );
}

/** When sight may begin or end by itself, of those of which a day is known. */
async function changesOf(work: Work, told: readonly Told[]): Promise<Change[]> {
  const { centreId, manager, now } = work;
  const given = await manager.getRepository(DisclosureBasis).findBy({
    centreId,
    caseId: In([...new Set(told.map(({ scope }) => scope.caseId))]),
    partnerId: In([...new Set(told.map(({ referral }) => referral.partnerId))]),
    revokedAt: IsNull(),
  });
  return told.flatMap((one) => {
    const at = nextChange(one, given, now);
    return at ? [{ id: one.referral.id, at }] : [];
  });
}

interface Told {
  referral: Referral;
  scope: ReferralScope;
}

/** Of the bases that cover it, or will. */
function nextChange(
  { referral, scope }: Told,
  given: readonly DisclosureBasis[],
  now: Date,
): Date | null {
  const { partnerId, serviceId, disclosureLevel: level, priority } = referral;
  const asked = { partnerId, serviceId, level, priority };
  const changes = given
    .filter(
      (basis) =>
        basis.caseId === scope.caseId &&
        basis.partnerId === partnerId &&
        basis.allows(scope.fields) &&
        basis.covers(asked, basis.givenAt > now ? basis.givenAt : now),
    )
    .flatMap(({ givenAt, validTo }) => {
      const next = givenAt > now ? givenAt : validTo;
      return next ? [next.getTime()] : [];
    });
  return changes.length > 0 ? new Date(Math.min(...changes)) : null;
}

/**
 * As the door is asked when somebody looks: a restriction, an agreement and a programme count as well as a basis; and
 * what was said of it last. Nothing travels without a basis: sight begins with the sending.
 */
function maySee(work: Work, told: readonly Told[]): Promise<Looked[]> {
  return work.rows<Looked>(
    `select g.id, may_be_seen(g."caseId", g."partnerId", g."serviceId", g.level, g.priority, g.fields, $3) as sees,
       coalesce((select e.type <> $5 from event e where e.centre_id = $1 and e.subject_id = g.id
         and e.topic = 'REFERRAL' and e.type in ($4, $5) order by e.position desc limit 1), true) as saw
     from jsonb_to_recordset($2::jsonb) as g(id uuid, "caseId" uuid, "partnerId" uuid, "serviceId" uuid, level text,
       priority text, fields text[]) order by g.id`,
    [
      work.centreId,
      JSON.stringify(
        told.map(({ referral, scope }) => ({
          ...{ id: referral.id, caseId: scope.caseId, fields: scope.fields },
          ...{ partnerId: referral.partnerId, serviceId: referral.serviceId },
          ...{ level: referral.disclosureLevel, priority: referral.priority },
        })),
      ),
      ...[work.now, SIGHT_BEGUN, SIGHT_ENDED],
    ],
  );
}
