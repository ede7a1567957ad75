// The list of personal fields is held against the graph: a new field of a resident's nouns is judged, or this fails.
import { isObjectType } from "graphql";

import { personalFields } from "../../server/audit/index.js";
import { graph } from "../../server/graph.js";

/** Judged: they tell nothing of anybody beside what the number of a referral tells. */
const impersonal: Record<string, readonly string[]> = {
  Case: [
    ...["id", "openedOn", "closedOn", "version", "looks"],
    ...["identityVersion", "identityErasedAt", "isRestricted"],
    ...["bases", "basisChoice", "travelTo", "noteOwedBy"],
  ],
  // its note names nobody; who the person is stands in CaseIdentity, put on record by the look
  CaseLook: ["at", "until", "purpose", "note"],
  // its note names nobody, as that of a look
  DisclosureBasis: [
    ...["id", "kind", "highestLevel", "personFields", "givenBy", "form"],
    ...["text", "textVersion", "validFrom", "validTo", "endedAt"],
    ...["recordedAt", "note", "noteDueAt", "isWorking", "viewerCanWithdraw"],
    ...["partner", "service"],
  ],
  // who the person is stands in ToldPerson, put on record by the look
  ReferralKeeping: ["answer", "askedAt", "answeredAt"],
  Referral: [
    // names of what was sent, without a word of it
    ...["personFields", "keeping", "basisWithdrawn"],
    ...["viewerCanShowPerson", "viewerCanConfirmKeeping"],
    ...["id", "number", "tokenCode", "version", "units", "holdsPlace"],
    ...["status", "kind", "priority", "disclosureLevel", "queuePosition"],
    ...["passedOver", "expectedOn", "clockStandsUntil"],
    ...["suspendedAt", "suspendReason", "resumesOn"],
    ...["viewerCanAskAbout", "viewerCanAnswerQuestion"],
    ...["viewerCanSuspend", "viewerCanResume"],
    ...["sentAt", "dueAt", "dueReason", "openedAt", "offeredUntil"],
    ...["decidedAt", "startedAt", "redeemedAt", "finishedAt", "timeline"],
    ...["follows"],
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
    ...["viewerCanAnswerNoShow", "attendance", "isOftenAbsent"],
    ...["deliveredSoFar", "deliveredUnits"],
    // of what the offer lacks
    ...["needProposal", "needReport"],
    // services, times and reasons of its coordinator's list
    ...[
      "fallbackPlan",
      "alternatives",
      "escalatesAt",
      "viewerCanPlanFallbacks",
    ],
    // of services, and of referrals that have their own marks; the words of each are judged there
    ...["suggestions", "openSuggestions", "viewerCanSuggest", "followedBy"],
  ],
  ServiceSuggestion: [
    ...["id", "madeAt", "decidedAt", "outcome", "referral", "service"],
    "viewerCanDecide",
  ],
  // where the organisation is, what it asks for and whom of its staff: held against the person's names when written
  Appointment: [
    ...["number", "at", "atHome", "place", "bring", "askFor", "state"],
    ...["movedFrom", "moveReason", "askedAt", "wishedFor", "answer"],
    "undoableUntil",
  ],
  /** Reasons are values of an enum here. */
  ReferralStep: ["at", "status", "by", "reason", "appointment"],
  ReferralGone: ["cursor", "referralId"],
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
