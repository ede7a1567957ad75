// The list of personal fields is held against the graph: a new field of a resident's nouns is judged, or this fails.
import { isObjectType } from "graphql";

import { personalFields } from "../../server/audit/index.js";
import { graph } from "../../server/graph.js";

/** Judged: they tell nothing of anybody beside what the number of a referral tells. */
const impersonal: Record<string, readonly string[]> = {
  Case: [
    ...["id", "openedOn", "closedOn", "version", "looks"],
    ...["identityVersion", "identityErasedAt"],
  ],
  // its note names nobody; who the person is stands in CaseIdentity, put on record by the look
  CaseLook: ["at", "until", "purpose", "note"],
  Referral: [
    ...["id", "number", "tokenCode", "version", "units", "holdsPlace"],
    ...["status", "priority", "disclosureLevel", "queuePosition"],
    ...["passedOver", "expectedOn"],
    ...["sentAt", "dueAt", "dueReason", "openedAt", "offeredUntil"],
    ...["decidedAt", "startedAt", "finishedAt", "timeline", "follows"],
    ...["declineReason", "discontinueReason", "statutoryDocumentRequired"],
    // of staff and organisations
    ...["sender", "service", "partner", "viewerIsSender"],
    ...["viewerCanOpen", "viewerCanAccept", "viewerCanDecline"],
    ...["viewerCanWaitlist", "viewerCanOfferPlace", "viewerCanConfirmPlace"],
    ...["viewerCanStart", "viewerCanComplete", "viewerCanDiscontinue"],
    ...["viewerCanWithdraw", "viewerCanPlanContinuation"],
    ...["agreement", "agreementRevision", "agreementEndsOn", "continuation"],
    ...["partnerLeavesOn", "maskedAt"],
    // when and where; of whom to ask for it names staff of the organisation
    ...["appointment", "noShows", "viewerCanArrangeAppointment"],
    ...["viewerCanNoteAppearance", "viewerCanAskForAnotherDate"],
    // of what the offer lacks
    ...["needProposal", "needReport"],
    ...["viewerCanAnswerNoShow", "attendance", "isOftenAbsent"],
    ...["deliveredSoFar", "deliveredUnits"],
  ],
  /** Reasons are values of an enum here. */
  ReferralStep: ["at", "status", "by", "reason", "appointment"],
  ReferralChanged: ["cursor", "at", "referral", "status"],
};

it.each(Object.keys(impersonal))(
  "every field of %s is judged",
  async (noun) => {
    const type = (await graph()).getType(noun);
    const fields = Object.keys(isObjectType(type) ? type.getFields() : {});
    const judged = [
      ...(impersonal[noun] ?? []),
      ...Object.keys(personalFields[noun] ?? {}),
    ];
    expect(fields.sort()).toEqual(judged.sort());
  },
);

it("every noun of the list is judged", () => {
  expect(Object.keys(impersonal)).toEqual(
    expect.arrayContaining(Object.keys(personalFields)),
  );
});
