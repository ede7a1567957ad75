// One click: what a referral or a search did not find makes a need, or is one more of it (K8); exactly one need a gap, also under race.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { findService, ServiceArea, TargetGroup } from "../offer/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import type { Referral } from "../referrals/index.js";
import { findReferral } from "../referrals/index.js";
import { findPlace } from "./name-place.js";
import { Need } from "./need.js";
import type { NeedEvidence } from "./need-kind.js";
import { GapKind } from "./need-kind.js";
import { gapIn } from "./need-proposal.js";
import { NeedReport } from "./need-report.js";
import { needPolicy } from "./needs.policy.js";

@InputType({
  description: "What was lacking: for a referral, or for a search.",
})
export class ReportNeedInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "What came of a referral; area and gap are then its own. Counts once.",
  })
  referralId?: string | null;

  @Field(() => ServiceArea, {
    nullable: true,
    description: "After a search: in which area of the Act.",
  })
  area?: ServiceArea | null;

  @Field(() => GapKind, {
    nullable: true,
    description: "After a search: what kind of gap.",
  })
  gapKind?: GapKind | null;

  @Field(() => TargetGroup, {
    defaultValue: "GENERAL",
    description: "Who lacks it.",
  })
  targetGroup!: TargetGroup;

  @Field(() => ID, {
    nullable: true,
    description: "Where; left out: the whole area of the centre.",
  })
  placeId?: string | null;
}

export const ReportNeedPayload = createUnionType({
  name: "ReportNeedPayload",
  description: "Outcome of reporting a need.",
  types: () => [NeedReport, RequestKeyReused, InvalidInput] as const,
});

interface Gap {
  area: ServiceArea;
  gapKind: GapKind;
  evidence: NeedEvidence;
}

export async function reportNeed(
  work: Work,
  input: ReportNeedInput,
): Promise<typeof ReportNeedPayload> {
  const { accountId } = signedIn(work);
  const { centreId } = work;
  const referral = await findReported(work, input);
  if (referral instanceof InvalidInput) return referral;
  const gap = await gapOf(work, input, referral);
  if (gap instanceof InvalidInput) return gap;
  const place = await findPlace(work, input.placeId);
  if (place instanceof InvalidInput) return place;
  const reports = work.manager.getRepository(NeedReport);
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "reportNeed",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return reports.findOneByOrFail({ centreId, id: taken.repeats });
  const { area, gapKind, evidence } = gap;
  const need = await needOf(work, {
    area,
    gapKind,
    evidence,
    targetGroup: input.targetGroup,
    placeId: place?.id ?? null,
  });
  const written = await work.rows(
    `insert into need_report (centre_id, id, need_id, evidence, referral_id, account_id, at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (centre_id, referral_id) where taken_back_at is null do nothing returning id`,
    [
      centreId,
      id,
      need.id,
      evidence,
      referral?.id ?? null,
      accountId,
      work.now,
    ],
  );
  if (written.length === 0) return isCounted(work);
  await work.manager
    .getRepository(Need)
    .update(
      { centreId, id: need.id },
      { reportedAt: work.now, withdrawnAt: null },
    );
  work.record({
    type: "NeedReported",
    topic: "NETWORK",
    subjectId: need.id,
    facts: { area, gapKind, evidence },
  });
  return reports.findOneByOrFail({ centreId, id });
}

/** null: it was a search. */
async function findReported(
  work: Work,
  { referralId }: ReportNeedInput,
): Promise<Referral | null | InvalidInput> {
  const { centreId } = work;
  if (!referralId) {
    authorize(work, needPolicy.reportSearch, { centreId });
    return null;
  }
  const referral = await findReferral(
    work,
    fromGlobalId("Referral", referralId),
  );
  if (!referral)
    return unknownNoun(work.say, "referralId", {
      pl: "Nie ma takiego skierowania.",
      en: "There is no such referral.",
    });
  authorize(work, needPolicy.reportReferral, referral);
  return referral;
}

async function gapOf(
  work: Work,
  input: ReportNeedInput,
  referral: Referral | null,
): Promise<Gap | InvalidInput> {
  const { requestKey, area, gapKind } = input;
  const shown = referral && gapIn(referral, work.now);
  const problem = new InputCheck(work.say)
    .key(requestKey)
    .that(!referral || shown !== null, "referralId", {
      pl: "To skierowanie nie pokazuje, że czegoś brakuje.",
      en: "This referral does not show that anything is lacking.",
    })
    .that(!referral || (!area && !gapKind), "area", {
      pl: "Obszar i rodzaj braku bierzemy ze skierowania.",
      en: "Area and kind of gap are taken from the referral.",
    })
    .that(referral !== null || Boolean(area), "area", {
      pl: "Wybierz obszar.",
      en: "Choose an area.",
    })
    .that(referral !== null || Boolean(gapKind), "gapKind", {
      pl: "Wybierz, czego brakuje.",
      en: "Choose what is lacking.",
    }).problem;
  if (problem) return problem;
  if (referral && shown) {
    const service = await findService(work, referral.serviceId);
    if (!service) throw new Error("the service of a referral is not seen");
    return { ...shown, area: service.area };
  }
  if (!area || !gapKind) throw new Error("a search was checked");
  return { area, gapKind, evidence: "KIPUS_REPORT" };
}

type Key = Pick<Need, "area" | "gapKind" | "targetGroup" | "placeId">;

/** The need that a report counts for, locked: one that stands, whoever wrote it, or a new one. */
async function needOf(
  work: Work,
  { evidence, ...key }: Key & Pick<Need, "evidence">,
): Promise<Pick<Need, "id">> {
  const { centreId, now } = work;
  const standing = await lockStanding(work, key);
  if (standing) return standing;
  const id = randomUUID();
  // whoever comes second waits here for the first, and then finds hers
  await work.rows(
    `insert into need (centre_id, id, area, gap_kind, evidence, status, target_group, place_id, counted, created_at, reported_at)
     values ($1, $2, $3, $4, $5, 'REPORTED', $6, $7, true, $8, $8)
     on conflict (centre_id, area, coalesce(place_id, '00000000-0000-0000-0000-000000000000'), target_group, gap_kind)
       where counted and status <> 'MET' do nothing`,
    [
      centreId,
      id,
      key.area,
      key.gapKind,
      evidence,
      key.targetGroup,
      key.placeId,
      now,
    ],
  );
  const made = await lockStanding(work, key);
  if (!made) throw new Error("a need that was counted is not to be read");
  return made;
}

/** What was counted before what was written by hand, the oldest first. */
async function lockStanding(
  work: Work,
  { area, gapKind, targetGroup, placeId }: Key,
): Promise<Pick<Need, "id"> | null> {
  const [need] = await work.rows<{ id: string }>(
    `select id from need
     where centre_id = $1 and area = $2 and gap_kind = $3 and target_group = $4
       and place_id is not distinct from $5::uuid and status <> 'MET'
     order by counted desc, created_at, id limit 1 for update`,
    [work.centreId, area, gapKind, targetGroup, placeId],
  );
  return need ?? null;
}

function isCounted({ say }: Work): InvalidInput {
  return unknownNoun(say, "referralId", {
    pl: "Ten brak jest już policzony w rejestrze.",
    en: "This gap is counted in the register already.",
  });
}
