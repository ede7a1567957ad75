// How each mutation of the table of rights is played: on a target of its own, by whoever it is.
import { randomUUID } from "node:crypto";

import { localDate } from "../../server/platform/calendar.js";
import {
  fromGlobalId,
  parseGlobalId,
  toGlobalId,
} from "../../server/platform/graphql/global-id.js";
import type { AgreementState } from "../agreements/agreeing.js";
import {
  anAgreement,
  signature,
  terms,
  USUAL,
  VERSION_AGREED,
  VERSION_IN_FORCE,
} from "../agreements/agreeing.js";
import { doCase, openFor } from "../cases/keeping.js";
import { agreementIdOf, settle } from "../fulfilment/settling.js";
import {
  another,
  arrange,
  dateOf,
} from "../referrals/appointments/arranging.js";
import type { Verb } from "../referrals/referring.js";
import { furtherOf, move, send, verbs } from "../referrals/referring.js";
import type { AnswerError } from "../support/api.js";
import type { Person } from "../support/people.js";
import { insertPlanned, insertProgramme } from "../support/programmes.js";
import { insertLoan, insertResource } from "../support/resources.js";
import {
  insertHearing,
  insertNeed,
  insertObstacle,
  insertSuggestion,
} from "../support/settling.js";
import type { StandardGiven } from "../support/standards.js";
import { insertCheck, insertStandard } from "../support/standards.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aKey } from "../support/world.js";
import { bare } from "./canaries.js";
import type { Actor, Cast } from "./cast.js";
import {
  aDocumentOf,
  anInvitation,
  aWithdrawnService,
  withdrawnOf,
} from "./cast.js";

/** What brings a sent referral to where the verb can be said. */
const before: Partial<Record<Verb, readonly Verb[]>> = {
  offerPlace: ["waitlistReferral"],
  confirmPlace: ["waitlistReferral", "offerPlace"],
  startReferral: ["acceptReferral"],
  completeReferral: ["acceptReferral", "startReferral"],
  discontinueReferral: ["acceptReferral"],
  answerQuestion: ["askAboutReferral"],
  suspendReferral: ["acceptReferral", "startReferral"],
  resumeReferral: ["acceptReferral", "startReferral", "suspendReferral"],
};

/** What brings a sent referral to where the first appointment can be dealt with, up to its number. */
const beforeAppointment: Readonly<Record<string, readonly string[]>> = {
  arrangeAppointment: [],
  askForAnotherDate: ["arrangeAppointment"],
  noteAppearance: ["arrangeAppointment"],
  undoAppearance: ["arrangeAppointment", "noteAppearance"],
  recordAttendance: [],
  answerNoShow: ["arrangeAppointment", "noteAppearance"],
};

export function isVerb(name: string): name is Verb {
  return verbs.some((verb) => verb === name);
}

/** What stands on the card of a sent referral. */
async function aCode(cast: Cast): Promise<string> {
  const { id = "" } = await send(cast.sender, cast.service);
  const [card] = await cast.centre.asSystem((work) =>
    work.rows<{ code: string }>(
      `select token_code as code from referral where id = $1`,
      [bare(id)],
    ),
  );
  if (!card) throw new Error("nothing was sent");
  return card.code;
}

/** Sent, and with somewhere to go next. */
async function aListed(cast: Cast): Promise<string> {
  const { sender, service, networkService } = cast;
  const { id } = await send(sender, service, {
    fallbackServiceIds: [networkService.globalId],
  });
  if (!id) throw new Error("nothing was sent");
  return id;
}

/** What a mutation changes, where each play needs one of its own; null where one does for all. */
export async function aTargetOf(cast: Cast, operation: Verb): Promise<string>;
export async function aTargetOf(
  cast: Cast,
  operation: string,
): Promise<string | null>;
export async function aTargetOf(
  cast: Cast,
  operation: string,
): Promise<string | null> {
  if (isVerb(operation)) return aMovedReferral(cast, operation);
  if (/^(check|redeem)Token$/.test(operation)) return aCode(cast);
  if (operation in beforeAppointment) return anAppointed(cast, operation);
  if (operation === "planFallbacks" || operation === "sendFallbackNow")
    return aListed(cast);
  if (operation in onTravel) return onTravel[operation]?.(cast) ?? null;
  if (/^(changePartner|correctDataRole)/.test(operation)) {
    await cast.centre.asSystem((work) =>
      work.rows(`update partner set version = 1 where id = $1`, [
        cast.partner.id,
      ]),
    );
    return cast.partner.globalId;
  }
  if (operation === "suspendPartner" || operation === "resumePartner")
    return aResting(cast, operation === "resumePartner");
  if (onContacts.includes(operation))
    return aContactOf(cast, operation === "makePrimaryContact");
  const { person: admin } = cast.actors.admin;
  if (/Invitation/.test(operation) && admin)
    return anOldInvitation(cast, admin);
  if (operation in onStandards) return aStandard(cast, operation);
  if (operation === "changePlanRow")
    return cast.centre.asSystem((work) =>
      insertPlanned(work, cast.programmeId, { partnerId: cast.partner.id }),
    );
  if (/CorrectiveAction$/.test(operation))
    return cast.centre.asSystem((work) =>
      insertCheck(work, cast.standardId, cast.partner.id, cast.service.id, {
        isDone: operation === "reopenCorrectiveAction",
      }),
    );
  if (operation === "checkService") {
    const service = await cast.partner.aService();
    await cast.centre.asSystem((work) => insertStandard(work, { service }));
    return service.globalId;
  }
  if (operation in drafts) return aDraft(cast, operation);
  if (/^setService(Programme|Standard)$/.test(operation))
    return (await cast.partner.aService()).globalId;
  if (/^(accept|decline|change)Membership$/.test(operation))
    return cast.centre.anInvitedMembership(cast.partner);
  if (/^(announce|takeBack|complete)Leaving$/.test(operation))
    return aLeaving(cast, operation !== "announceLeaving");
  if (operation === "changeObstacle")
    return cast.centre.asSystem((work) =>
      insertObstacle(work, cast.partner.id),
    );
  if (/^(change|end)JointAction$/.test(operation))
    return cast.centre.aJointAction(cast.partner);
  if (["completeStep", "reopenStep"].includes(operation))
    return aNetworkAtGoals(cast, operation);
  if (/^(comment|answer)Need$/.test(operation)) return cast.centre.aNeed();
  if (operation === "reportNeed REFERRAL") return aDeclined(cast);
  if (operation === "takeBackNeedReport") return aReport(cast);
  if (operation === "suggestService") return aRunning(cast);
  if (/^(takeOver|decline)Suggestion$/.test(operation))
    return cast.centre.asSystem(async (work) =>
      insertSuggestion(work, bare(await aRunning(cast)), cast.service.id),
    );
  if (["holdMeeting", "cancelMeeting"].includes(operation))
    return cast.centre.aMeeting();
  if (/^(write|approve)Minutes$/.test(operation))
    return cast.centre.asSystem((work) =>
      insertHearing(work, cast.centre.networkId, cast.needId, cast.partner.id),
    );
  if (
    /^(changeNetwork|setNetworkState|changeHub|write(Analysis|Procedure))$/.test(
      operation,
    )
  )
    return aNetworkOf(cast, cast.partner);
  if (operation === "inviteToNetwork")
    return aNetworkOf(cast, await cast.centre.aPartner());
  if (isOnAgreement(operation)) return anAgreementFor(cast, operation);
  if (isOnResources(operation)) return onResources(cast, operation);
  if (operation === "askToConfirm") return aReachable(cast);
  if (operation.endsWith(SUPPORTING)) return aSupporting(cast, operation);
  if (operation === "changeService" || operation === "pauseService")
    return (await cast.partner.aService()).globalId;
  if (operation === "withdrawService")
    return (await cast.partner.aService()).globalId;
  if (operation === "restoreService")
    return (await aWithdrawnService(cast.centre, cast.partner)).globalId;
  if (operation === "resumeService")
    return (await cast.partner.aService({ suspended: true })).globalId;
  if (operation === "placeOrder") return anUnorderedPartner(cast);
  if (isOnCases(operation)) return aCaseFor(cast, operation);
  if (operation === "confirmErasures") return aDueCase(cast);
  if (isAtDesk(operation)) return onDesk(cast, operation);
  const { person: ous } = cast.actors.ous;
  if (/^(confirm|objectTo)Settlement/.test(operation) && ous)
    return aSheet(ous, cast, operation);
  if (/^(answer|close|reopen)Shortfall/.test(operation) && ous)
    return aShortfall(ous, cast, operation === "reopenShortfall");
  if (onAssignees.includes(operation)) {
    const { assignmentId } = await cast.partner.aPerson("PARTNER_VIEWER");
    return toGlobalId("Assignee", assignmentId);
  }
  return null;
}

/** An organisation with somebody to write to. */
async function aReachable({ centre }: Cast): Promise<string> {
  const partner = await centre.aPartner();
  await partner.aContact();
  return partner.globalId;
}

const SUPPORTING = " SUPPORTING";

/** A service of the centre's own that is open to everybody. */
async function aSupporting(
  { centre }: Cast,
  operation: string,
): Promise<string | null> {
  if (operation.startsWith("publish")) return null;
  if (operation.startsWith("restore"))
    return (
      await aWithdrawnService(centre, centre.hub, {
        entryMode: "OPEN",
        supporting: true,
      })
    ).globalId;
  const { globalId } = await centre.hub.aService({
    ...{ entryMode: "OPEN", supporting: true },
    suspended: operation.startsWith("resume"),
  });
  return globalId;
}

/** Sent by the sender, and the partner could not take it. */
async function aDeclined(cast: Cast): Promise<string> {
  const { id = "" } = await send(cast.sender, cast.service);
  await move(cast.team, "declineReferral", id, { reason: "NO_CAPACITY" });
  return id;
}

async function aRunning(cast: Cast): Promise<string> {
  const { id = "" } = await send(cast.sender, cast.service);
  await move(cast.team, "acceptReferral", id);
  return id;
}

/** By the sender, of what she searched for. */
async function aReport(cast: Cast): Promise<string> {
  const { data } = await cast.sender.ask<{ said: { id: string } }>(
    `mutation ($input: ReportNeedInput!) { said: reportNeed(input: $input) { ... on NeedReport { id } } }`,
    { input: { requestKey: aKey(), area: "HOUSING", gapKind: "QUALITY" } },
  );
  return data?.said.id ?? "";
}

/** How far the standard that each verb moves has come. */
const onStandards: Record<string, StandardGiven["status"]> = {
  changeStandard: "DRAFT",
  consultStandard: "DRAFT",
  commentStandard: "CONSULTED",
  approveStandard: "CONSULTED",
  retireStandard: "APPROVED",
};

const aStandard = (cast: Cast, operation: string) =>
  cast.centre.asSystem((work) =>
    insertStandard(work, { status: onStandards[operation] ?? "DRAFT" }),
  );

const STANDARD_WORDS = {
  name: "Nowy standard",
  areas: ["HEALTH"],
  criteria: [
    { text: "termin", measure: "dni", minimum: "7 dni", maximum: "3 dni" },
  ],
};

/** How far the programme that each verb changes has come. */
const drafts: Record<string, "DRAFT" | "ENDED"> = {
  changeProgramme: "DRAFT",
  adoptProgramme: "DRAFT",
  linkPartnership: "DRAFT",
  reportProgramme: "ENDED",
};

function aDraft(cast: Cast, operation: string): Promise<string> {
  const hasEnded = drafts[operation] === "ENDED";
  return cast.centre.asSystem(async (work) => {
    const id = await insertProgramme(
      work,
      hasEnded ? { fromDays: -90, toDays: -9 } : {},
    );
    if (!hasEnded)
      await work.rows(`update programme set status = 'DRAFT' where id = $1`, [
        fromGlobalId("Programme", id),
      ]);
    return id;
  });
}

/** One that may be sent again. */
async function anOldInvitation(cast: Cast, admin: Person): Promise<string> {
  const id = await anInvitation(admin);
  await cast.centre.asSystem((work) =>
    work.rows(
      `update invitation set invited_at = invited_at - interval '1 hour' where id = $1`,
      [fromGlobalId("Invitation", id)],
    ),
  );
  return id;
}

/** In the state in which the verb can be said, with one party beside the hub, or two where one may leave. */
const states: Record<string, AgreementState> = {
  changeAgreement: "DRAFT",
  proposeAgreement: "DRAFT",
  discardAgreement: "DRAFT",
  agreeToAgreement: "IN_NEGOTIATION",
  remarkOnAgreement: "IN_NEGOTIATION",
  removeAgreementDocument: "IN_NEGOTIATION",
  rejectAgreement: "IN_NEGOTIATION",
  signAgreement: "AGREED",
  suspendAgreement: "ACTIVE",
  resumeAgreement: "SUSPENDED",
  terminateAgreement: "ACTIVE",
  withdrawFromAgreement: "ACTIVE",
  amendAgreement: "ACTIVE",
  rejectAmendment: "AMENDING",
};

function isOnAgreement(operation: string): boolean {
  return operation in states;
}

async function anAgreementFor(cast: Cast, operation: string): Promise<string> {
  const { person: ous } = cast.actors.ous;
  const state = states[operation];
  if (!ous || !state) throw new Error("nobody drafts");
  const partners =
    operation === "withdrawFromAgreement"
      ? [cast.partner, await cast.centre.aPartner()]
      : [cast.partner];
  const agreementId = await anAgreement(ous, partners, state);
  if (operation === "removeAgreementDocument")
    toRemove.set(
      agreementId,
      await aDocumentOf(cast.centre, agreementId, cast.partner, cast.sender),
    );
  return agreementId;
}

/** By the agreement that it is kept with. */
const toRemove = new Map<string, string>();

/** What can be ordered of an organisation that nobody has ordered of. */
const toOrder = new Map<string, Record<string, unknown>>();
let reported = 0;

async function anUnorderedPartner({ centre }: Cast): Promise<string> {
  const partner = await centre.aPartner();
  const service = await partner.aService();
  toOrder.set(partner.globalId, {
    agreementId: await agreementIdOf({ centre, partner }),
    partnerId: partner.globalId,
    lines: [{ serviceId: service.globalId, quantity: 7 }],
  });
  return partner.globalId;
}

/** Of a month of its own for each verb, so that none waits for another. */
async function aSheet(
  ous: Person,
  cast: Cast,
  operation: string,
): Promise<string> {
  const on = operation === "confirmSettlement" ? "2026-09-01" : "2026-08-01";
  const { id } = await settle(ous, "draftSettlement", {
    requestKey: aKey(),
    orderId: cast.orderId,
    on,
  });
  if (!id) throw new Error("no sheet was drafted");
  return id;
}

/** What travels, on which basis, and what is asked when it ends; each play has its own of what it uses up. */
const onTravel: Record<string, (cast: Cast) => Promise<string>> = {
  async showNames(cast) {
    const service = await cast.partner.aService();
    const { id = "" } = await send(cast.sender, service, {
      caseId: cast.caseId,
      disclosureLevel: "L1_CONTACT",
    });
    for (const verb of ["acceptReferral", "startReferral"] as const)
      await move(cast.team, verb, id);
    return id;
  },
  withdrawBasis: (cast) => aBasis(cast),
  async noteBasis(cast) {
    const id = await aBasis(cast);
    await cast.centre.asSystem((work) =>
      work.rows(`update disclosure_basis set note_due_at = $2 where id = $1`, [
        fromGlobalId("DisclosureBasis", id),
        work.now,
      ]),
    );
    return id;
  },
  async confirmKeeping(cast) {
    const service = await cast.partner.aService();
    const { id = "" } = await send(cast.sender, service, {
      caseId: cast.caseId,
      disclosureLevel: "L1_CONTACT",
    });
    return withdrawnOf(cast.centre, cast, id);
  },
};

const aBasis = ({ centre, partner, caseId }: Cast) =>
  centre.aBasis({
    caseId: fromGlobalId("Case", caseId),
    partnerId: partner.id,
    serviceId: null,
    maxLevel: "L1_CONTACT",
    revoked: false,
  });

const isOnCases = (operation: string) =>
  /^((close|reopen|print|export)Case|(show|correct|erase)Identity)$/.test(
    operation,
  );

/** Of the sender; where it is shown or erased, with a name, which asks no index. */
async function aCaseFor(
  { centre, sender }: Cast,
  operation: string,
): Promise<string> {
  if (["closeCase", "correctIdentity"].includes(operation))
    return centre.aCase(sender);
  const { id = "" } = await openFor(sender, { name: "Ala" });
  if (!["showIdentity", "printCase", "exportCase"].includes(operation))
    await doCase(sender, "closeCase", { caseId: id, ifVersion: 1 });
  return id;
}

const isAtDesk = (operation: string) =>
  /^((file|extend|answer)ResidentRequest|liftRestriction|withdrawConsents|(noteBreach|decideBreach)(Step)?)$/.test(
    operation,
  );

/** The number of what the officer moves, or the pseudonym of whose request she files. */
async function onDesk({ actors, centre, sender }: Cast, operation: string) {
  const { person: officer } = actors.iod;
  if (!officer) throw new Error("the cast has no officer");
  if (/Breach/.test(operation))
    return numberOf(officer, "recordBreach", A_BREACH());
  if (operation === "withdrawConsents") {
    // of somebody who coordinates nobody any more
    const caseId = await centre.aCase(officer);
    const partner = await centre.aPartner();
    await centre.aBasis({
      caseId: fromGlobalId("Case", caseId),
      partnerId: partner.id,
      serviceId: null,
      maxLevel: "L1_CONTACT",
      revoked: false,
    });
    return pseudonymOf(centre, caseId);
  }
  const { pseudonym = "" } = await openFor(sender, { name: "Ala" });
  if (operation === "fileResidentRequest") return pseudonym;
  const filed = await numberOf(officer, "fileResidentRequest", {
    requestKey: aKey(),
    pseudonym,
    kind: "RESTRICTION",
    receivedOn: "2026-11-20",
  });
  if (operation === "liftRestriction")
    await centre.asSystem((work) =>
      work
        .rows(
          `select set_config('splot.kind', 'member', true), set_config('splot.roles', 'IOD', true)`,
        )
        .then(() =>
          work.rows(
            `update resident_request set state = 'GRANTED', answer = 'tak', answered_at = date_trunc('milliseconds', now()), version = 2
             where centre_id = $1 and number = $2`,
            [centre.id, Number(filed)],
          ),
        ),
    );
  return filed;
}

async function pseudonymOf(centre: TestCentre, caseId: string) {
  const [of] = await centre.asSystem((work) =>
    work.rows<{ pseudonym: string }>(
      `select pseudonym from case_ref where centre_id = $1 and id = $2`,
      [centre.id, fromGlobalId("Case", caseId)],
    ),
  );
  return of?.pseudonym ?? "";
}

const A_BREACH = () => ({
  requestKey: aKey(),
  kind: "CONFIDENTIALITY",
  foundAt: "2026-11-20T08:00:00Z",
  about: "Wydruk leżał w holu.",
});

async function numberOf(officer: Person, verb: string, input: object) {
  const name = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const { data } = await officer.ask<{ outcome: { number?: number } }>(
    `mutation ($input: ${name}!) { outcome: ${verb}(input: $input) {
       ... on ${/Breach/.test(verb) ? "Breach" : "ResidentRequest"} { number } } }`,
    { input },
  );
  return String(data?.outcome.number ?? "");
}

/** Of the sender, closed long ago; its pseudonym. */
async function aDueCase({ centre, sender }: Cast): Promise<string> {
  const { id = "", pseudonym = "" } = await openFor(sender, { name: "Ala" });
  await doCase(sender, "closeCase", { caseId: id, ifVersion: 1 });
  await centre.asSystem((work) =>
    work.rows(
      `update case_ref set closed_on = (closed_on - interval '7 months')::date where id = $1`,
      [fromGlobalId("Case", id)],
    ),
  );
  return pseudonym;
}

const isOnResources = (operation: string) =>
  /^(changeResource|setResourceState|askForLoan|answerLoan|takeBackLoan)$/.test(
    operation,
  );

/** Of the partner; what is asked for and taken back is of a third one. */
async function onResources(cast: Cast, operation: string): Promise<string> {
  const { centre, partner } = cast;
  const isAsking = ["askForLoan", "takeBackLoan"].includes(operation);
  const owner = isAsking ? await centre.aPartner() : partner;
  return centre.asSystem(async (work) => {
    const resourceId = await insertResource(work, owner.id);
    if (operation === "answerLoan")
      return insertLoan(work, resourceId, centre.hub.id);
    if (operation === "takeBackLoan")
      return insertLoan(work, resourceId, partner.id);
    return resourceId;
  });
}

const AN_OBSTACLE = { kind: "TRANSPORT", state: "OPEN" };

export const A_RESOURCE = {
  kind: "EQUIPMENT",
  name: "Rzutnik",
  quantity: 1,
  lendable: true,
};

async function aShortfall(
  ous: Person,
  cast: Cast,
  isClosed: boolean,
): Promise<string> {
  const { id } = await settle(ous, "raiseShortfall", aLack(cast));
  if (!id) throw new Error("no shortfall was raised");
  if (isClosed)
    await settle(ous, "closeShortfall", {
      ...{ shortfallId: id, ifVersion: 1 },
      result: "Gotowe.",
    });
  return id;
}

const aLack = ({ orderId }: Cast) => ({
  requestKey: aKey(),
  orderId,
  on: "2026-10-01",
  kind: "TALK",
  reason: "Za mało miejsc.",
  owner: "PARTNER",
  dueOn: "2027-01-01",
});

const onAssignees = [
  "changeDuties",
  "endDuties",
  "lockAssignee",
  "unlockAssignee",
];

/** Its step asks for a need, which it has; or lies behind it. */
async function aNetworkAtGoals(cast: Cast, operation: string): Promise<string> {
  const networkId = await aNetworkOf(cast, cast.partner);
  await cast.centre.asSystem(async (work) => {
    await insertNeed(work, bare(networkId));
    if (operation === "completeStep") {
      await work.rows(
        `insert into network_step (centre_id, id, network_id, step, change, reason, network_version, at)
         values ($1, gen_random_uuid(), $2, 'PROBLEM_DEFINITION', 'REOPENED', 'od nowa', 2, $3)`,
        [work.centreId, bare(networkId), work.now],
      );
      await work.rows(
        `update network set step = 'PROBLEM_DEFINITION', version = 2 where id = $1`,
        [bare(networkId)],
      );
    }
  });
  return networkId;
}

/** Where another argument is the question, the local network is meant. */
function networkOr(cast: Cast, target: string | null): string {
  return target && isOf("Network", target)
    ? target
    : toGlobalId("Network", cast.centre.networkId);
}

function isOf(noun: string, id: string): boolean {
  return parseGlobalId(id)?.type === noun;
}

/** Begun by nobody of the cast; the organisation is a member, or only invited. */
async function aNetworkOf(cast: Cast, partner: TestPartner): Promise<string> {
  const membershipId = await cast.centre.anInvitedMembership(partner);
  const [network] = await cast.centre.asSystem((work) =>
    work.rows<{ id: string }>(
      `update network_membership set role = 'MEMBER' where id = $1 returning network_id as id`,
      [bare(membershipId)],
    ),
  );
  return toGlobalId("Network", network?.id ?? "");
}

/** A member of a network that it may leave today, beside the local one. */
async function aLeaving(cast: Cast, isAnnounced: boolean): Promise<string> {
  const membershipId = await cast.centre.anInvitedMembership(cast.partner);
  await cast.centre.asSystem((work) =>
    work.rows(
      `update network_membership set role = 'MEMBER',
         leaving_on = case when $2 then joined_on end, leave_reason = case when $2 then 'Koniec zadania' end
       where id = $1`,
      [bare(membershipId), isAnnounced],
    ),
  );
  return membershipId;
}

async function aResting(cast: Cast, isResting: boolean): Promise<string> {
  const partner = await cast.centre.aPartner();
  if (isResting)
    await cast.centre.asSystem((work) =>
      work.rows(`update partner set status = 'SUSPENDED' where id = $1`, [
        partner.id,
      ]),
    );
  return partner.globalId;
}

const onContacts = [
  "changeContactPerson",
  "makePrimaryContact",
  "removeContactPerson",
  "setContactAbsence",
  "confirmContactWilling",
];

/** Beside the first one of the cast, who is first again where another has become it. */
async function aContactOf(cast: Cast, isMoved: boolean): Promise<string> {
  const id = randomUUID();
  await cast.centre.asSystem(async (work) => {
    await work.rows(
      `insert into contact_person (centre_id, id, partner_id, name, work_email, created_at)
       values ($1, $2, $3, 'Ktoś Drugi', $4, $5)`,
      [work.centreId, id, cast.partner.id, `${id}@splot.example`, work.now],
    );
    if (!isMoved) return;
    await work.rows(
      `update contact_person set is_primary = false where partner_id = $1 and is_primary and active`,
      [cast.partner.id],
    );
    await work.rows(
      `update contact_person set is_primary = true, is_deputy = false where id = $1`,
      [bare(cast.contactId)],
    );
  });
  return toGlobalId("ContactPerson", id);
}

const aContact = {
  name: "Ktoś Drugi",
  workEmail: "drugi@organizacja.example",
  duties: ["REFERRALS"],
  deputy: false,
};

/** Accepted, and with whatever comes before that verb. */
async function anAppointed(cast: Cast, operation: string): Promise<string> {
  const id = await aMovedReferral(
    cast,
    operation === "recordAttendance" ? "completeReferral" : "startReferral",
  );
  for (const verb of beforeAppointment[operation] ?? []) {
    await arrange(cast.team, verb, inputOf(cast, verb, id));
    // its hour has come
    if (verb === "arrangeAppointment") cast.api.clock.pass({ minutes: 1 });
  }
  return id;
}

async function aMovedReferral(cast: Cast, verb: Verb): Promise<string> {
  const { id } = await send(cast.sender, cast.service);
  if (!id) throw new Error("not sent");
  for (const step of before[verb] ?? []) await move(cast.team, step, id);
  return id;
}

const A_SERVICE = {
  name: "Nowa nazwa",
  area: "CULTURE",
  group: "B1",
  form: "GROUP",
  entryMode: "REFERRAL",
  feeGrosze: 0,
};

/** The same, of what needs nobody's referral. */
function supporting(
  input: Record<string, unknown>,
  serviceId: string | null,
): Record<string, unknown> {
  if (!serviceId) return { ...input, entryMode: "OPEN", supporting: true };
  if ("services" in input)
    return { services: [{ serviceId, version: 100_000 }] };
  return {
    ...input,
    serviceId,
    ...("words" in input ? { words: { ...A_SERVICE, entryMode: "OPEN" } } : {}),
  };
}

/** The input of an operation of the table; of a move, on the given referral, of others on their target. */
export function inputOf(
  cast: Cast,
  operation: string,
  target: string | null,
): Record<string, unknown> {
  if (isVerb(operation)) return { referralId: target, ...furtherOf(operation) };
  if (operation.endsWith(SUPPORTING))
    return supporting(
      inputOf(cast, operation.split(" ")[0] ?? "", target),
      target,
    );
  const serviceId = cast.service.globalId;
  switch (operation) {
    case "publishService":
      return {
        requestKey: aKey(),
        name: "Nowa usługa",
        area: "CULTURE",
        group: "B1",
        form: "GROUP",
        capacityUnit: "PLACES",
        capacityTotal: 3,
      };
    case "askToConfirm":
      return { partnerId: target ?? cast.partner.globalId };
    case "changeService":
      return { serviceId: target ?? serviceId, ifVersion: 1, words: A_SERVICE };
    case "withdrawService":
      return { serviceId: target ?? serviceId, ifVersion: 1, plans: [] };
    case "pauseService":
    case "resumeService":
    case "restoreService":
      return { serviceId: target ?? serviceId, ifVersion: 1 };
    case "setCapacity":
      return { serviceId, total: 1001, reason: "telefonicznie" };
    case "setCapacity HUB_ONLY":
      return {
        serviceId: cast.hubService.globalId,
        total: 11,
        reason: "telefonicznie",
      };
    case "confirmCapacity":
      return { serviceId };
    case "confirmServices":
      return { services: [{ serviceId, version: 100_000 }] };
    case "recordWalkIn":
      return { requestKey: aKey(), serviceId, change: 1 };
    case "sendReferral":
      return { requestKey: aKey(), serviceId };
    case "planFallbacks":
      return { referralId: target, ifVersion: 1, serviceIds: [] };
    case "sendFallbackNow":
      return { referralId: target, ifVersion: 1, requestKey: aKey() };
    case "planContinuation":
      return {
        referralId: cast.referralId,
        way: "FINISH_HERE",
        until: "2026-12-31",
      };
    case "openCase":
      return { requestKey: aKey(), identity: { name: "Ala" } };
    case "openCasesFromList":
      return { requestKey: aKey(), ownReferences: [aKey().slice(0, 8)] };
    case "closeCase":
      return { caseId: target, ifVersion: 1 };
    case "reopenCase":
    case "eraseIdentity":
      return { caseId: target, ifVersion: 2 };
    case "printCase":
      return { caseId: target, kind: "WHO_SAW", identityFor: "ON_REQUEST" };
    case "exportCase":
      return { caseId: target };
    case "showIdentity":
      return { caseId: target, purpose: "CONTACT" };
    case "correctIdentity":
      return { caseId: target, ifVersion: 0, identity: { name: "Ala" } };
    case "arrangeAppointment":
      return another(target ?? "", dateOf(cast.api, 1 / 60));
    case "recordAttendance": {
      const day = localDate(cast.api.clock.now());
      const entry = { referralId: target, state: "PRESENT", ifRevision: 0 };
      return { from: day, to: day, entries: [entry] };
    }
    case "checkToken":
      return { code: target };
    case "redeemToken":
      return { requestKey: aKey(), code: target };
    case "noteAppearance":
      return { referralId: target, number: 1, came: false };
    case "askForAnotherDate":
      return { referralId: target, number: 1, reason: "inny dzień lepszy" };
    case "undoAppearance":
      return { referralId: target, number: 1 };
    case "answerNoShow":
      return { referralId: target, number: 1, answer: "KEEP_PLACE" };
    case "recordBasis":
      return {
        requestKey: aKey(),
        caseId: cast.caseId,
        partnerId: cast.partner.globalId,
        serviceId: cast.waitingService.globalId,
        kind: "CONSENT",
        highestLevel: "L1_CONTACT",
        fields: ["FIRST_NAME", "CONTACT_CHANNEL"],
        givenBy: "PERSON",
        form: "ORAL_NOTED",
        textVersion: "2026-11",
        validFrom: "2026-11-24",
        validTo: "2026-12-24",
      };
    case "withdrawBasis":
      return { basisId: target };
    case "noteBasis":
      return { basisId: target, note: "brak ogrzewania" };
    case "previewReferral":
      return {
        serviceId: cast.waitingService.globalId,
        caseId: cast.caseId,
        disclosureLevel: "L1_CONTACT",
      };
    case "showPerson":
      return { referralId: cast.personReferralId, purpose: "CONTACT" };
    case "showNames":
      return { referralIds: [target] };
    case "confirmKeeping":
      return { referralId: target, keeps: "NOTHING" };
    case "printSlip":
      return { referralId: cast.referralId };
    case "exportAccessLog":
    case "exportProofs":
      return {};
    case "keepToRulesNow":
      return { requestKey: aKey() };
    case "setProtectionRules":
      return {
        maskAfterDays: 30,
        eraseAfterMonths: 6,
        erasesByItself: false,
      };
    case "fileResidentRequest":
      return {
        requestKey: aKey(),
        pseudonym: target,
        kind: "ACCESS",
        receivedOn: "2026-11-20",
      };
    case "extendResidentRequest":
      return {
        requestNumber: Number(target),
        ifVersion: 1,
        months: 1,
        reason: "wiele do sprawdzenia",
      };
    case "answerResidentRequest":
      return {
        requestNumber: Number(target),
        ifVersion: 1,
        state: "GRANTED",
        answer: "tak",
      };
    case "liftRestriction":
      return { requestNumber: Number(target), ifVersion: 2 };
    case "withdrawConsents":
      return { pseudonym: target };
    case "recordBreach":
      return A_BREACH();
    case "noteBreachStep":
      return { breachNumber: Number(target), what: "Zabrano wydruk." };
    case "decideBreach":
      return {
        breachNumber: Number(target),
        ifVersion: 1,
        reported: true,
        reportedAt: "2026-11-21T08:00:00Z",
        reportNumber: "ZN/1/2026",
        reportReason: "późno wykryte",
        told: true,
      };
    case "confirmErasures":
      return { pseudonyms: [target] };
    case "registerPartner":
      return {
        requestKey: aKey(),
        name: `Organizacja ${aKey().slice(0, 8)}`,
        kind: "NGO",
        stakeholderType: "C",
        dataRole: "NO_PERSONAL_DATA",
        isAnother: true,
        contact: { name: "Ktoś Nowy", workEmail: "ktos@organizacja.example" },
      };
    case "formNetwork":
      return {
        requestKey: aKey(),
        kind: "PROGRAMME_PARTNERSHIP",
        name: `Partnerstwo ${aKey().slice(0, 8)}x`,
        goals: ["Więcej wspólnych zajęć"],
      };
    case "changeNetwork":
      return {
        networkId: target,
        ifVersion: 1,
        name: `Partnerstwo ${aKey().slice(0, 8)}x`,
        goals: [],
        cadenceDays: 60,
      };
    case "setNetworkState":
      return {
        networkId: target,
        ifVersion: 1,
        change: "REST",
        reason: "Przerwa wakacyjna",
      };
    case "changeHub":
      return {
        networkId: networkOr(cast, target),
        ifVersion: 1,
        partnerId: cast.partner.globalId,
        formerHubType: "B",
      };
    case "inviteToNetwork":
      return {
        requestKey: aKey(),
        networkId: networkOr(cast, target),
        partnerId: cast.partner.globalId,
        stakeholderType: "C",
      };
    case "acceptMembership":
      return { membershipId: target, reason: "Zgoda na spotkaniu." };
    case "changeMembership":
      return {
        membershipId: target,
        ifVersion: 1,
        stakeholderType: "A",
        roleDescription: "Prowadzi zajęcia",
      };
    case "announceLeaving":
      return {
        membershipId: target,
        ifVersion: 1,
        leavingOn: localDate(cast.api.clock.now()),
        reason: "Koniec zadania",
      };
    case "declineMembership":
    case "takeBackLeaving":
    case "completeLeaving":
      return { membershipId: target, ifVersion: 1 };
    case "writeProcedure":
      return {
        networkId: target,
        ifVersion: 0,
        text: "Dołącza się na zaproszenie, odchodzi po przekazaniu spraw.",
      };
    case "noteObstacle":
      return {
        requestKey: aKey(),
        partnerId: cast.partner.globalId,
        words: AN_OBSTACLE,
      };
    case "changeObstacle":
      return { obstacleId: target, ifVersion: 1, words: AN_OBSTACLE };
    case "planJointAction":
      return {
        requestKey: aKey(),
        networkId: toGlobalId("Network", cast.centre.networkId),
        title: "Wspólne zajęcia",
        parts: [{ partnerId: cast.partner.globalId, part: "RESPONSIBLE" }],
      };
    case "changeJointAction":
      return {
        jointActionId:
          target && isOf("JointAction", target) ? target : cast.jointActionId,
        ifVersion: 1,
        title: "Wspólne zajęcia",
        parts: [{ partnerId: cast.partner.globalId, part: "CONTRIBUTES" }],
      };
    case "endJointAction":
      return { jointActionId: target, ifVersion: 1 };
    case "changePartner":
      return { partnerId: target, ifVersion: 1, address: "Rynek 1" };
    case "changePartner NAME":
      return {
        partnerId: target,
        ifVersion: 1,
        // a key may look like a PESEL by chance
        name: `Organizacja ${aKey().replaceAll(/\d/g, "x")}`,
        isAnother: true,
      };
    case "correctDataRole":
      return {
        partnerId: target,
        ifVersion: 1,
        dataRole: "SEPARATE_CONTROLLER",
        // a key may look like a PESEL by chance
        reason: `pomyłka ${aKey().replaceAll(/\d/g, "x")}`,
      };
    case "suspendPartner":
      return { partnerId: target, ifVersion: 1, reason: "przerwa" };
    case "resumePartner":
      return { partnerId: target, ifVersion: 1 };
    case "addContactPerson":
      return {
        requestKey: aKey(),
        partnerId: cast.partner.globalId,
        person: aContact,
      };
    case "changeContactPerson":
      return { contactPersonId: target, ifVersion: 1, person: aContact };
    case "makePrimaryContact":
    case "removeContactPerson":
      return { contactPersonId: target, ifVersion: 1 };
    case "setContactAbsence":
      return {
        contactPersonId: target,
        ifVersion: 1,
        from: "2026-12-01",
        to: "2026-12-24",
      };
    case "confirmContactWilling":
      return { contactPersonId: target, how: "rozmowa" };
    case "completeStep":
      return { networkId: target, step: "PROBLEM_DEFINITION" };
    case "reopenStep":
      return {
        networkId: target,
        step: "GOALS_AND_CONTACTS",
        reason: "Zmienił się skład",
      };
    case "writeAnalysis":
      return {
        networkId: target,
        strengths: "ludzie",
        weaknesses: "dojazd",
        opportunities: "program",
        threats: "budżet",
      };
    case "recordNeed":
      return {
        requestKey: aKey(),
        title: "Zajęcia wieczorem",
        area: "CULTURE",
        gapKind: "WRONG_TIME",
        evidence: "KIPUS_REPORT",
      };
    case "reportNeed":
      return { requestKey: aKey(), area: "CULTURE", gapKind: "WRONG_TIME" };
    case "reportNeed REFERRAL":
      return { requestKey: aKey(), referralId: target };
    case "takeBackNeedReport":
      return { reportId: target };
    case "answerNeed":
      return {
        needId: target ?? cast.needId,
        ifVersion: 1,
        status: "VERIFIED",
      };
    case "suggestService":
      return {
        requestKey: aKey(),
        referralId: target,
        serviceId: cast.hubService.globalId,
        reason: "Dobrze się uzupełnia.",
      };
    case "takeOverSuggestion":
      return {
        suggestionId: target,
        send: { requestKey: aKey(), serviceId },
      };
    case "declineSuggestion":
      return { suggestionId: target, reason: "Osoba nie chce." };
    case "namePlace":
      return { name: `Wieś ${aKey().replace(/[^a-f]/g, "")}` };
    case "planMeeting":
      return {
        requestKey: aKey(),
        networkId: toGlobalId("Network", cast.centre.networkId),
        kind: "WORKING",
        title: "Spotkanie robocze",
        startsAt: "2026-11-25T09:00:00Z",
        endsAt: "2026-11-25T11:00:00Z",
      };
    case "holdMeeting":
      return {
        meetingId: target && isOf("Meeting", target) ? target : cast.meetingId,
        ifVersion: 1,
        presentPartnerIds: [cast.partner.globalId],
      };
    case "cancelMeeting":
      return { meetingId: target, ifVersion: 1, reason: "Brak sali" };
    case "writeMinutes":
      return { meetingId: target, ifVersion: 1, text: "Omówiono terminy." };
    case "approveMinutes":
      return { meetingId: target, ifVersion: 1 };
    case "commentNeed":
      return {
        requestKey: aKey(),
        needId: target ?? cast.needId,
        text: "Także w soboty.",
      };
    case "placeOrder":
      return {
        per: "MONTH",
        ...(toOrder.get(target ?? "") ?? {
          agreementId: cast.agreementId,
          partnerId: cast.partner.globalId,
          lines: [{ serviceId, quantity: 7 }],
          ifVersion: 1,
        }),
      };
    case "reportDelivery":
      return {
        orderId: cast.orderId,
        // of a month that nobody has reported
        on: `${String(2000 + (reported += 1))}-07-01`,
        lines: [{ serviceId, delivered: 3 }],
      };
    case "draftSettlement":
      return { requestKey: aKey(), orderId: cast.orderId, on: "2026-06-01" };
    case "confirmSettlement":
      return { sheetId: target };
    case "objectToSettlement":
      return { sheetId: target, reason: "To się nie zgadza." };
    case "addResource":
      return {
        requestKey: aKey(),
        partnerId: cast.partner.globalId,
        words: A_RESOURCE,
      };
    case "changeResource":
      return { resourceId: target, ifVersion: 1, words: A_RESOURCE };
    case "setResourceState":
      return { resourceId: target, ifVersion: 1, state: "PAUSED" };
    case "askForLoan":
      return {
        requestKey: aKey(),
        resourceId: target,
        from: "2027-03-01",
        to: "2027-03-02",
        quantity: 1,
      };
    case "answerLoan":
      return {
        loanRequestId: target,
        ifVersion: 1,
        answer: "AGREED",
        reason: "Zgoda przez telefon.",
      };
    case "takeBackLoan":
      return { loanRequestId: target, ifVersion: 1, reason: "Nie trzeba." };
    case "raiseShortfall":
      return aLack(cast);
    case "answerShortfall":
      return { shortfallId: target, answer: "Już lepiej.", ifVersion: 1 };
    case "closeShortfall":
      return { shortfallId: target, result: "Gotowe.", ifVersion: 1 };
    case "reopenShortfall":
      return { shortfallId: target, missing: "Jeszcze nie.", ifVersion: 2 };
    case "recordSignedAgreement":
      return {
        requestKey: aKey(),
        partnerId: cast.partner.globalId,
        number: aKey().slice(0, 12),
        kind: "COOPERATION",
        dataRole: "SEPARATE_CONTROLLER",
        signedOn: "2026-11-20",
        validFrom: "2026-11-23",
      };
    case "draftProgramme":
      return { requestKey: aKey(), elements: { name: "Nowy program" } };
    case "changeProgramme":
      return { programmeId: target, ifVersion: 1, elements: { aim: "inny" } };
    case "adoptProgramme":
      return {
        programmeId: target,
        ifVersion: 1,
        resolution: { number: "XX/2/2026", on: "2026-11-20" },
      };
    case "reportProgramme":
      return { programmeId: target, ifVersion: 1, reportedOn: "2026-11-20" };
    case "linkPartnership":
      return {
        programmeId: target,
        ifVersion: 1,
        networkId: cast.partnershipId,
      };
    case "setServiceProgramme":
      return { serviceId: target, programmeId: cast.programmeId };
    case "draftAgreement":
      return {
        requestKey: aKey(),
        kind: "COOPERATION",
        partnerIds: [cast.partner.globalId],
        terms: terms(),
      };
    case "changeAgreement":
      return { agreementId: target, ifVersion: 1, terms: terms() };
    case "amendAgreement":
      return {
        agreementId: target,
        ifVersion: VERSION_IN_FORCE,
        effectiveFrom: "2099-01-01",
        terms: terms({ noticeDays: 30 }),
      };
    case "agreeToAgreement":
      return {
        agreementId: target,
        ifVersion: 2,
        partnerId: cast.partner.globalId,
        reason: "Powód",
      };
    case "remarkOnAgreement":
      return { requestKey: aKey(), agreementId: target, text: "Uwaga" };
    case "removeAgreementDocument":
      return {
        agreementId:
          target && isOf("Agreement", target) ? target : cast.agreementId,
        documentId: toRemove.get(target ?? "") ?? cast.elsewhere.documentId,
      };
    case "signAgreement":
      return {
        agreementId: target,
        partnerId: cast.partner.globalId,
        ifVersion: VERSION_AGREED,
        ...signature(),
      };
    case "rejectAgreement":
    case "suspendAgreement":
      return { agreementId: target, reason: "Powód" };
    case "terminateAgreement":
      return { agreementId: target, lastDay: "2099-01-01", reason: "Powód" };
    case "withdrawFromAgreement":
      return {
        agreementId: target,
        partnerId: cast.partner.globalId,
        reason: "Powód",
      };
    case "rejectAmendment":
      return { agreementId: target, revision: 2 };
    case "proposeAgreement":
      return { agreementId: target, leavesOut: USUAL };
    case "discardAgreement":
    case "resumeAgreement":
      return { agreementId: target };
    case "planService":
      return {
        requestKey: aKey(),
        programmeId: cast.programmeId,
        row: {
          serviceName: "Nowa usługa",
          mode: "OWN_UNIT_PLAN",
          state: "PLANNED",
        },
      };
    case "changePlanRow":
      return {
        planRowId: target,
        ifVersion: 1,
        row: {
          serviceName: "Inna usługa",
          mode: "OWN_UNIT_PLAN",
          state: "PLANNED",
        },
      };
    case "draftStandard":
      return { requestKey: aKey(), words: STANDARD_WORDS };
    case "changeStandard":
      return { standardId: target, ifVersion: 1, words: STANDARD_WORDS };
    case "consultStandard":
      return { standardId: target, ifVersion: 1, consultedTo: "2026-12-08" };
    case "approveStandard":
      return { standardId: target, ifVersion: 1, inForceFrom: "2026-12-08" };
    case "retireStandard":
      return { standardId: target, ifVersion: 1 };
    case "commentStandard":
      return {
        requestKey: aKey(),
        standardId: target,
        text: "Uwaga do standardu",
      };
    case "setServiceStandard":
      return { serviceId: target, standardId: cast.standardId };
    case "checkService":
      return {
        requestKey: aKey(),
        serviceId: target,
        checkedOn: "2026-11-20",
        results: ["MET"],
        evidence: "rozmowa na miejscu",
      };
    case "answerCorrectiveAction":
      return { checkId: target, ifVersion: 1, answer: "Skrócony o tydzień." };
    case "reopenCorrectiveAction":
      return { checkId: target, ifVersion: 1, missing: "Zapis w umowie." };
    case "finishCorrectiveAction":
      return { checkId: target, ifVersion: 1 };
    case "invitePerson":
      return {
        requestKey: aKey(),
        partnerId: cast.partner.globalId,
        email: `${aKey().replaceAll("-", "")}@organizacja.example`,
        name: "Ktoś Nowy",
        roles: ["PARTNER_EDITOR"],
      };
    case "sendInvitationAgain":
    case "withdrawInvitation":
      return { invitationId: target };
    case "changeDuties":
      return { assigneeId: target, roles: ["PARTNER_EDITOR"] };
    case "endDuties":
    case "lockAssignee":
    case "unlockAssignee":
      return { assigneeId: target };
    default:
      throw new Error(`nobody knows how to play ${operation}`);
  }
}

interface Played {
  __typename: string;
  fields?: { path: string }[];
  confirmed?: unknown[];
}

/** A mark of the table, or the name of an outcome that has none there. */
export async function play(
  cast: Cast,
  actor: Actor,
  operation: string,
  target: string | null,
): Promise<string> {
  const verb = operation.split(" ")[0] ?? "";
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const input = inputOf(cast, operation, target);
  const confirmed =
    verb === "confirmServices"
      ? "... on ServicesConfirmed { confirmed { id } }"
      : "";
  const { data, errors } = await actor.ask<{ outcome: Played }>(
    `mutation ($input: ${type}!) { outcome: ${verb}(input: $input) {
       __typename ... on InvalidInput { fields { path } } ${confirmed} } }`,
    { input },
  );
  return data ? markOf(data.outcome) : refusalOf(errors?.[0]);
}

function refusalOf(error: AnswerError | undefined): string {
  const code = error?.extensions?.["code"];
  if (code === "FORBIDDEN") return "F";
  if (code === "UNAUTHENTICATED") return "U";
  return typeof code === "string" ? code : "no answer";
}

function markOf({ __typename: name, fields, confirmed }: Played): string {
  if (name === "ServicesConfirmed")
    return confirmed?.length ? "y" : "nothing confirmed";
  if (
    [
      "Service",
      "Referral",
      "ConfirmationAsked",
      "AttendanceRecorded",
      "ShownNames",
      "Case",
      "CasesOfList",
      "KeepingTimes",
      "ShownIdentity",
      "CasePaper",
      "CaseExport",
      "ProofsExport",
      "ProtectionRules",
      "CasesErased",
      "ConsentsWithdrawn",
      "DisclosureBasis",
      "ToldPerson",
      "ResidentRequest",
      "Breach",
      "Invitation",
      "Partner",
      "ContactPerson",
      "Assignee",
      "Agreement",
      "AgreementDiscarded",
      "AccessLogExport",
      "AgreementOrder",
      "SettlementSheet",
      "Shortfall",
      "Resource",
      "LoanRequest",
      "Programme",
      "Network",
      "NetworkMembership",
      "ParticipationObstacle",
      "JointAction",
      "Need",
      "Meeting",
      "PlanRow",
      "QualityStandard",
      "StandardCheck",
      "StandardComment",
      "NeedComment",
      "NeedReport",
      "CentrePlace",
      "ServiceSuggestion",
    ].includes(name)
  )
    return "y";
  // told as what is absent
  if (name === "TokenRefused") return "-";
  if (
    name === "InvalidInput" &&
    fields?.every(({ path }) => /(Ids?|pseudonyms?|Number)$/.test(path))
  )
    return "-";
  return name;
}
