// The hub lets an organisation rest, with a reason, and takes it up again.
import type { Work } from "../events/index.js";
import { holdsPesel, noPesel } from "../platform/free-text.js";
import { InputCheck, unknownNoun } from "../platform/graphql/problem.js";
import { findPartner, savePartner } from "./change-partner.js";
import type {
  PartnerStatusPayload,
  ResumePartnerInput,
  SuspendPartnerInput,
} from "./change-partner-input.js";
import { Partner } from "./partner.js";

export async function suspendPartner(
  work: Work,
  input: SuspendPartnerInput,
): Promise<typeof PartnerStatusPayload> {
  const partner = await findPartner(work, input, "register");
  if (!(partner instanceof Partner)) return partner;
  const reason = input.reason.trim();
  const problem = new InputCheck(work.say)
    .that(reason.length >= 3 && reason.length <= 300, "reason", {
      pl: "Napisz dlaczego, od 3 do 300 znaków.",
      en: "Say why, 3 to 300 characters.",
    })
    .that(!holdsPesel(reason), "reason", noPesel).problem;
  if (problem) return problem;
  const [hub] = await work.rows(
    `select from centre where id = $1 and hub_partner_id = $2`,
    [work.centreId, partner.id],
  );
  if (partner.status !== "ACTIVE" || hub)
    return unknownNoun(work.say, "partnerId", {
      pl: "Zawiesić można tylko działającego partnera, nie CUS.",
      en: "Only a partner at work can rest, and not the hub.",
    });
  return savePartner(work, partner, "PartnerSuspended", {
    status: "SUSPENDED",
    statusReason: reason,
  });
}

export async function resumePartner(
  work: Work,
  input: ResumePartnerInput,
): Promise<typeof PartnerStatusPayload> {
  const partner = await findPartner(work, input, "register");
  if (!(partner instanceof Partner)) return partner;
  // who is only invited joins by saying yes, and who has left is invited anew
  if (partner.status !== "SUSPENDED")
    return unknownNoun(work.say, "partnerId", {
      pl: "Wznowić można tylko współpracę, która jest zawieszona.",
      en: "Only a partner that rests can be taken up again.",
    });
  return savePartner(
    work,
    partner,
    "PartnerResumed",
    { status: "ACTIVE", statusReason: null },
    { before: partner.status },
  );
}
