// What the partner of an open referral may see of the person changes with a basis, a restriction, an agreement or a programme: its timer looks, at once and at the next change.
import type { NewEvent, Work } from "../../events/index.js";

export const END_SIGHT = "end-sight";

interface Whose {
  caseId?: string;
  partnerId?: string;
  programmeId?: string;
}

/** Of every open referral that was sent with more than a number, and that is meant. */
export async function lookAnew(
  work: Work,
  { caseId, partnerId, programmeId }: Whose,
): Promise<void> {
  const { centreId, now } = work;
  const of = [caseId ?? null, partnerId ?? null, programmeId ?? null];
  await work.inSystemsName(() =>
    work.rows(
      `select enqueue_job($5, r.id, $6) from referral_scope p
       join referral r on r.centre_id = p.centre_id and r.id = p.referral_id
       where p.centre_id = $1 and r.finished_at is null
         and p.case_id = coalesce($2, p.case_id) and r.partner_id = coalesce($3, r.partner_id)
         and ($4::uuid is null or exists (select from service s
           where s.centre_id = r.centre_id and s.id = r.service_id and s.programme_id = $4))
       order by r.id`,
      [centreId, ...of, END_SIGHT, now],
    ),
  );
}

/** What its agreements and its part in the protection of data let it be told. */
export const lookAtPartner = (work: Work, partnerId: string): Promise<void> =>
  lookAnew(work, { partnerId });

/** Which data its council lets be processed. */
export const lookAtProgramme = (
  work: Work,
  { subjectId }: NewEvent,
): Promise<void> => lookAnew(work, { programmeId: subjectId });

/** It came under a programme, or left it. */
export async function lookAtService(
  work: Work,
  { partnerId }: NewEvent,
): Promise<void> {
  if (partnerId) await lookAnew(work, { partnerId });
}
