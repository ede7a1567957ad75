// Who acts in the table of rights, and what they act on: one centre with everything, another one beside it.
import { randomUUID } from "node:crypto";

import {
  parseGlobalId,
  toGlobalId,
} from "../../server/platform/graphql/global-id.js";
import { fieldsOfLevel } from "../../server/programmes/index.js";
import { ANNA, doCase, show } from "../cases/keeping.js";
import { aSettlement } from "../fulfilment/a-settlement.js";
import { change } from "../offer/offering.js";
import { move, send } from "../referrals/referring.js";
import type { Answer, Api } from "../support/api.js";
import type { Person } from "../support/people.js";
import {
  insertPlanned,
  insertProgramme,
  insertServiceAdded,
} from "../support/programmes.js";
import { insertLoan, insertResource } from "../support/resources.js";
import { testKeys } from "../support/server.js";
import type { Offered, ServiceGiven } from "../support/settling.js";
import {
  insertHearing,
  insertNeedReport,
  insertNetwork,
  insertObstacle,
  insertSuggestion,
} from "../support/settling.js";
import {
  insertCheck,
  insertComment,
  insertStandard,
} from "../support/standards.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";
import { bare } from "./canaries.js";
import { people } from "./cast-people.js";

/** The columns of the table. */
export const actorNames = [
  "anonymous",
  "oneTime",
  "elsewhere",
  "viewer",
  "editor",
  "team",
  "admin",
  "foreign",
  "sender",
  "kipus",
  "ous",
  "osl",
  "director",
  "rep",
  "authority",
  "iod",
  "sysadmin",
] as const;
export type ActorName = (typeof actorNames)[number];

export interface Actor {
  name: string;
  person: Person | null;
  ask<Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer<Data>>;
}

export interface Cast {
  api: Api;
  centre: TestCentre;
  partner: TestPartner;
  actors: Record<ActorName, Actor>;
  sender: Person;
  team: Person;
  service: Offered;
  /** Shown to the network, and to the hub alone. */
  networkService: Offered;
  hubService: Offered;
  /** Of the partner whose agreement has ended. */
  closedService: Offered;
  contactId: string;
  /** Of the local network; the partner is responsible. */
  jointActionId: string;
  /** Of the local network, which has an analysis too; the meeting has begun. */
  needId: string;
  suggestionId: string;
  placeId: string;
  needReportId: string;
  meetingId: string;
  /** Took place, and has minutes; the need has a remark. */
  heldMeetingId: string;
  caseId: string;
  agreementId: string;
  /** What was ordered of the partner, the sheet of a month and a shortfall. */
  orderId: string;
  sheetId: string;
  shortfallId: string;
  /** Adopted; it names no personal data, and `service` is under it. */
  programmeId: string;
  /** In force, held by `service`; consulted until yesterday; not shown yet. */
  standardId: string;
  consultedId: string;
  draftStandardId: string;
  /** In the partner's way. */
  obstacleId: string;
  /** Of the partner; the hub asks to borrow it. */
  resourceId: string;
  loanId: string;
  /** A partnership that no programme has yet. */
  partnershipId: string;
  /** Of a mail that asks the organisation to confirm its places. */
  linkToken: string;
  /** Waits at the partner. */
  invitationId: string;
  /** Has a subject. */
  referralId: string;
  /** Waits at a service of its own. */
  waitingService: Offered;
  /** Its organisation said a moment ago that it is full, though its number does not. */
  fullService: Offered;
  /** Of the sender's case, for all services of the partner, up to L2. */
  basisId: string;
  /** At L2, with a goal. */
  personReferralId: string;
  /** Withdrawn, and not yet said what is kept. */
  keptReferralId: string;
  /** With one whose service runs. */
  attendedService: Offered;
  /** Nobody but its organisation and the hub's organiser sees it. */
  draftService: Offered;
  withdrawnService: Offered;
  /** Of a coordinator who is in no column, to another organisation. */
  colleague: Person;
  colleagueCaseId: string;
  colleagueReferralId: string;
  /** The centre beside this one. */
  elsewhere: Elsewhere;
  /** Where each may write: the own centre. */
  centres: TestCentre[];
}

/** What stands in the other centre, by the ids of the graph. */
export interface Elsewhere {
  centre: TestCentre;
  partner: TestPartner;
  service: Offered;
  contactId: string;
  jointActionId: string;
  needId: string;
  suggestionId: string;
  placeId: string;
  needReportId: string;
  meetingId: string;
  heldMeetingId: string;
  membershipId: string;
  agreementId: string;
  documentId: string;
  orderId: string;
  sheetId: string;
  shortfallId: string;
  caseId: string;
  basisId: string;
  referralId: string;
  invitationId: string;
  programmeId: string;
  obstacleId: string;
  resourceId: string;
  loanId: string;
  /** Of somebody of that hub. */
  assignmentId: string;
}

/** Ids are opaque: none of the database's own is in any answer of the table. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/;

export function anActor(api: Api, name: string, person: Person | null): Actor {
  return {
    name,
    person,
    async ask(query, variables) {
      const answer = await api.ask<never>(
        person?.token ?? null,
        query,
        variables,
      );
      if (UUID.test(JSON.stringify(answer.data)))
        throw new Error(`a raw id in the answer to ${query}`);
      return answer;
    },
  };
}

export async function aCast(api: Api): Promise<Cast> {
  const centre = await aCentre(api);
  const other = await aCentre(api);
  // the months that are reported and settled in the plays lie within its agreement
  const partner = await centre.aPartner({ agreement: { fromDays: -9_900 } });
  const closed = await centre.aPartner({ agreement: { toDays: -3 } });
  const persons = await people(api, centre, partner, closed, other);
  const { sender, team } = persons;
  const service = await partner.aService({ total: 1000, occupied: 7 });
  const waitingService = await partner.aService({ total: 1, occupied: 1 });
  const caseId = await centre.aCase(sender);
  await identify(sender, caseId);
  const basisId = await centre.aBasis({
    caseId: bare(caseId),
    partnerId: partner.id,
    serviceId: null,
    maxLevel: "L2_IDENTITY",
    revoked: false,
  });
  const { id: referralId } = await send(sender, service, {
    caseId,
    ownReference: "AB 7",
    fallbackServiceIds: [waitingService.globalId],
  });
  await awaitSomebody(centre, referralId);
  const sendPerson = async () =>
    (
      await send(sender, service, {
        caseId,
        disclosureLevel: "L2_IDENTITY",
        goal: "rozmowa o pracy",
      })
    ).id ?? "";
  const personReferralId = await sendPerson();
  const keptReferralId = await withdrawnOf(
    ...([centre, { sender, team }, await sendPerson()] as const),
  );
  const waiting = await send(sender, waitingService, { waitIfFull: true });
  const fullService = await partner.aService({ total: 9, confirmedDaysAgo: 1 });
  const turnedAway = await send(sender, fullService);
  await move(team, "declineReferral", turnedAway.id ?? "", {
    reason: "NO_CAPACITY",
  });
  const attendedService = await partner.aService();
  const attended = await send(sender, attendedService);
  for (const verb of ["acceptReferral", "startReferral"] as const)
    await move(team, verb, attended.id ?? "");
  const missed = await send(sender, attendedService);
  await move(team, "acceptReferral", missed.id ?? "");
  await missSomebody(centre, missed.id);
  // a number that somebody wrote, and no referral
  await change(team, "confirmCapacity", {
    serviceId: waitingService.globalId,
  });
  // somebody of the partner who did not get in
  await api.ask(
    null,
    `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`,
    { input: { email: persons.editor.email, password: "nie to" } },
  );
  if (!referralId || !waiting.id) throw new Error("the cast has no referrals");
  await centre.asSystem((work) =>
    work.rows(
      `update partner set status_reason = 'kiedyś', reintegration_aim = 'NONE' where id = $1`,
      [partner.id],
    ),
  );
  await centre.asSystem((work) =>
    work.rows(
      `insert into referral_message (centre_id, referral_id, number, partner_id, sender_account_id, from_partner, account_id,
         topics, text, at)
       select centre_id, id, said.number, partner_id, sender_account_id, said.by = $2, said.by, '{DATES}', 'kiedy', $4
       from referral, unnest(array[$2, $3]::uuid[]) with ordinality as said (by, number) where id = $1`,
      [bare(referralId), team.accountId, sender.accountId, work.now],
    ),
  );
  const draftService = await partner.aService();
  await centre.asSystem((work) =>
    work.rows(`update service set status = 'DRAFT' where id = $1`, [
      draftService.id,
    ]),
  );
  const withdrawnService = await aWithdrawnService(centre, partner);
  const colleague = await centre.aPerson("KIPUS");
  const colleagueCaseId = await centre.aCase(colleague);
  await identify(colleague, colleagueCaseId);
  const peer = await centre.aPartner();
  const { id: colleagueReferralId } = await send(
    colleague,
    await peer.aService(),
    { caseId: colleagueCaseId, ownReference: "CD 8" },
  );
  const contactId = await partner.aContact();
  const programmeId = await aProgramme(centre, service);
  const agreementId = await agreementOf(sender, partner);
  await fillAgreement(centre, agreementId, partner, service, sender);
  const actorOf = (name: ActorName) =>
    anActor(api, name, name === "anonymous" ? null : persons[name]);
  await centre.anAnalysis();
  return {
    api,
    centre,
    partner,
    actors: {
      anonymous: actorOf("anonymous"),
      oneTime: actorOf("oneTime"),
      elsewhere: actorOf("elsewhere"),
      viewer: actorOf("viewer"),
      editor: actorOf("editor"),
      team: actorOf("team"),
      admin: actorOf("admin"),
      foreign: actorOf("foreign"),
      sender: actorOf("sender"),
      kipus: actorOf("kipus"),
      ous: actorOf("ous"),
      osl: actorOf("osl"),
      director: actorOf("director"),
      rep: actorOf("rep"),
      authority: actorOf("authority"),
      iod: actorOf("iod"),
      sysadmin: actorOf("sysadmin"),
    },
    sender,
    team,
    service,
    networkService: await partner.aService({ visibility: "NETWORK" }),
    hubService: await partner.aService({ visibility: "HUB_ONLY" }),
    closedService: await closed.aService(),
    contactId,
    jointActionId: await centre.aJointAction(partner),
    ...(await hearingOf(centre, partner, sender)),
    meetingId: await centre.aMeeting(),
    linkToken: await partner.aLink(contactId),
    caseId,
    ...(await aSettlement(centre, partner, service)),
    programmeId,
    partnershipId: await aPartnership(centre),
    agreementId,
    ...(await standardsOf(centre, partner, service)),
    ...(await resourcesOf(centre, partner)),
    invitationId: await anInvitation(persons.admin),
    referralId,
    suggestionId: await centre.asSystem((work) =>
      insertSuggestion(work, bare(referralId), waitingService.id, true),
    ),
    waitingService,
    fullService,
    basisId,
    personReferralId,
    keptReferralId,
    attendedService,
    draftService,
    withdrawnService,
    colleague,
    colleagueCaseId,
    colleagueReferralId: colleagueReferralId ?? "",
    elsewhere: await anElsewhere(other, persons.elsewhere),
    centres: [centre, other],
  };
}

/** A date and a line of a list stand with a referral, in whatever state that is. */
function awaitSomebody(
  { asSystem }: TestCentre,
  referralId = "",
): Promise<unknown> {
  return asSystem(async (work) => {
    await work.rows(
      `insert into attendance (centre_id, referral_id, day, until, revision, partner_id, sender_account_id, service_id, state, recorded_at, recorded_by)
       select centre_id, id, $2::timestamptz::date, $2::timestamptz::date, 1, partner_id, sender_account_id, service_id, 'PRESENT', $2, sender_account_id
       from referral where id = $1`,
      [bare(referralId), work.now],
    );
    await work.rows(
      `insert into appointment (centre_id, referral_id, number, partner_id, sender_account_id, at, place, bring, ask_for, state, made_at, asked_at, wish_reason)
       select centre_id, id, 1, partner_id, sender_account_id, $2, 'pokój', 'karta', 'osoba', 'PLANNED', $2, $2, 'powód'
       from referral where id = $1`,
      [bare(referralId), work.now],
    );
  });
}

/** Who was awaited did not come, and nobody has decided about the place. */
function missSomebody({ asSystem }: TestCentre, referralId = "") {
  return asSystem((work) =>
    work.rows(
      `insert into appointment (centre_id, referral_id, number, partner_id, sender_account_id, at, place, state, made_at, noted_at)
       select centre_id, id, 1, partner_id, sender_account_id, $2, 'pokój', 'DID_NOT_COME', $2, $2
       from referral where id = $1`,
      [bare(referralId), work.now],
    ),
  );
}

/** With the question what its partner must keep by law. */
export async function withdrawnOf(
  centre: TestCentre,
  { sender, team }: Record<"sender" | "team", Person>,
  referralId: string,
): Promise<string> {
  await move(team, "openReferral", referralId, {});
  await move(sender, "withdrawReferral", referralId, {});
  await centre.asSystem((work) =>
    work.rows(
      `insert into referral_keeping (centre_id, referral_id, partner_id, sender_account_id, asked_at)
       select centre_id, id, partner_id, sender_account_id, $2 from referral where id = $1`,
      [bare(referralId), work.now],
    ),
  );
  return referralId;
}

/** Writes who the person of a case is, and looks at it once. */
async function identify(person: Person, caseId: string): Promise<void> {
  await doCase(person, "correctIdentity", {
    caseId,
    ifVersion: 0,
    identity: { ...ANNA, surname: person.name },
  });
  await show(person, caseId, { note: "umówić rozmowę" });
}

async function anElsewhere(
  centre: TestCentre,
  person: Person,
): Promise<Elsewhere> {
  const partner = await centre.aPartner();
  const service = await partner.aService();
  const caseId = await centre.aCase(person);
  const basisId = await centre.aBasis({
    caseId: bare(caseId),
    partnerId: partner.id,
    serviceId: null,
    maxLevel: "L1_CONTACT",
    revoked: false,
  });
  const { id } = await send(person, service, { caseId, ownReference: "EF 9" });
  await awaitSomebody(centre, id);
  const agreementId = await agreementOf(person, partner);
  return {
    centre,
    partner,
    service,
    contactId: await partner.aContact(),
    jointActionId: await centre.aJointAction(partner),
    ...(await hearingOf(centre, partner, person)),
    meetingId: await centre.aMeeting(),
    membershipId: await centre.anInvitedMembership(partner),
    agreementId,
    documentId: await aDocumentOf(centre, agreementId, partner, person),
    ...(await aSettlement(centre, partner, service)),
    caseId,
    basisId,
    referralId: id ?? "",
    suggestionId: await centre.asSystem((work) =>
      insertSuggestion(work, bare(id ?? ""), service.id, true),
    ),
    invitationId: await anInvitation(person),
    programmeId: await aProgramme(centre, service),
    ...(await resourcesOf(centre, partner)),
    assignmentId: person.assignmentId,
  };
}

function aProgramme(centre: TestCentre, service: Offered): Promise<string> {
  return centre.asSystem(async (work) => {
    const id = await insertProgramme(work, {
      // what was sent there with a name may still be looked at
      personalData: fieldsOfLevel("L2_IDENTITY"),
      services: [service],
    });
    await insertPlanned(work, id, { serviceId: service.id });
    await insertServiceAdded(work, id, service.id);
    return id;
  });
}

async function hearingOf(
  centre: TestCentre,
  partner: TestPartner,
  { accountId }: Person,
) {
  const needId = await centre.aNeed();
  const reported = await centre.asSystem((work) =>
    insertNeedReport(work, needId, accountId),
  );
  const heldMeetingId = await centre.asSystem((work) =>
    insertHearing(work, centre.networkId, needId, partner.id),
  );
  return { needId, ...reported, heldMeetingId };
}

/** What it has, and what it lacks. */
async function resourcesOf(centre: TestCentre, partner: TestPartner) {
  return centre.asSystem(async (work) => {
    const resourceId = await insertResource(work, partner.id);
    return {
      obstacleId: await insertObstacle(work, partner.id),
      resourceId,
      loanId: await insertLoan(work, resourceId, centre.hub.id),
    };
  });
}

async function standardsOf(
  centre: TestCentre,
  partner: TestPartner,
  service: Offered,
) {
  return centre.asSystem(async (work) => {
    const standardId = await insertStandard(work, { service });
    await insertCheck(work, standardId, partner.id, service.id);
    const consultedId = await insertStandard(work, { status: "CONSULTED" });
    await insertComment(work, consultedId, partner.id);
    const draftStandardId = await insertStandard(work, { status: "DRAFT" });
    return { standardId, consultedId, draftStandardId };
  });
}

function aPartnership(centre: TestCentre): Promise<string> {
  return centre.asSystem(async (work) =>
    toGlobalId("Network", await insertNetwork(work, centre.hub.id)),
  );
}

/** To the inviter's own organisation. */
export async function anInvitation(admin: Person): Promise<string> {
  const { data } = await admin.ask<{ invited: { id: string } }>(
    `mutation ($input: InvitePersonInput!) { invited: invitePerson(input: $input) { ... on Invitation { id } } }`,
    {
      input: {
        requestKey: aKey(),
        email: `${aKey().replaceAll("-", "")}@organizacja.example`,
        name: "Osoba Zaproszona",
        roles: ["PARTNER_VIEWER"],
      },
    },
  );
  if (!data?.invited.id) throw new Error("nobody was invited");
  return data.invited.id;
}

/** What stands in the mail of an invitation. */
export function linkOf(invitationId: string): string {
  const id = parseGlobalId(invitationId)?.id ?? "";
  return testKeys.tokenOf("account-link", id);
}

async function agreementOf(
  person: Person,
  partner: TestPartner,
): Promise<string> {
  const { data } = await person.ask<{ node: { agreements: { id: string }[] } }>(
    `query ($id: ID!) { node(id: $id) { ... on Partner { agreements { id } } } }`,
    { id: partner.globalId },
  );
  const [agreement] = data?.node.agreements ?? [];
  if (!agreement) throw new Error("the partner has no agreement");
  return agreement.id;
}

/** One of all that an agreement can hold. */
async function fillAgreement(
  { hub, asSystem }: TestCentre,
  globalId: string,
  partner: TestPartner,
  service: Offered,
  { accountId }: Person,
): Promise<void> {
  const id = parseGlobalId(globalId)?.id ?? "";
  const rows = [
    `update agreement a set purpose = 'Cel', programme_id = p.id from programme p where a.id = $1 and p.centre_id = a.centre_id`,
    `update agreement_party y set contact_person_id = c.id from contact_person c
       where y.agreement_id = $1 and c.centre_id = y.centre_id and c.partner_id = y.partner_id`,
    `insert into agreement (centre_id, id, number, kind, status, title, data_role, created_at, updated_at)
       select centre_id, gen_random_uuid(), 'U-00', kind, 'DRAFT', 'Szkic', data_role, now(), now() from agreement where id = $1`,
    // a name in force would close what it does not name
    `insert into agreement_service select d.centre_id, d.id, '${service.id}', 3 from agreement a
       join agreement d on d.centre_id = a.centre_id and d.number = 'U-00' where a.id = $1`,
    `insert into agreement_task select centre_id, gen_random_uuid(), id, 1, 'Zadanie', '${partner.id}', 'RESPONSIBLE' from agreement where id = $1`,
    `insert into agreement_finance select centre_id, id, 1, 'COOPERATION_ONLY', 100, 'Zasady' from agreement where id = $1`,
    `insert into agreement_version select a.centre_id, a.id, 1, 'IN_FORCE', jsonb_build_object('title', 'Umowa', 'services', '[]'::jsonb,
         'tasks', '[]'::jsonb, 'programmeId', a.programme_id, 'contacts', (select jsonb_agg(jsonb_build_object('partnerId', y.partner_id,
         'contactPersonId', y.contact_person_id)) from agreement_party y where y.agreement_id = a.id and y.contact_person_id is not null)),
       '[]', valid_from, '${accountId}', now() from agreement a where id = $1`,
    `insert into agreement_version_party (centre_id, agreement_id, revision, partner_id)
       select centre_id, id, 1, '${hub.id}' from agreement where id = $1`,
    `insert into agreement_remark select centre_id, gen_random_uuid(), id, '${partner.id}', 'Uwaga', '${accountId}', now() from agreement where id = $1`,
    `insert into agreement_document select centre_id, gen_random_uuid(), id, 'umowa.pdf', 'application/pdf', 5,
       encode(sha256('%PDF-'), 'hex'), '%PDF-', '${accountId}', now(), '${partner.id}' from agreement where id = $1`,
  ];
  for (const row of rows) await asSystem((work) => work.rows(row, [id]));
}

/** Handed in by a party. */
export function aDocumentOf(
  { asSystem }: TestCentre,
  agreementId: string,
  partner: TestPartner,
  { accountId }: Person,
): Promise<string> {
  const id = randomUUID();
  return asSystem(async (work) => {
    await work.rows(
      `insert into agreement_document select centre_id, $2, id, 'aneks.pdf', 'application/pdf', 5,
         encode(sha256('%PDF-'), 'hex'), '%PDF-', $3, now(), $4 from agreement where id = $1`,
      [parseGlobalId(agreementId)?.id, id, accountId, partner.id],
    );
    return toGlobalId("AgreementDocument", id);
  });
}

/** How far the logs of all centres reach: nobody changes or takes anything without a line there. */
export async function logPositions(cast: Cast): Promise<string> {
  const heads = await Promise.all(
    cast.centres.map((centre) =>
      centre.asSystem((work) =>
        work.rows<{ position: string }>(
          `select c.position, (select l.position from access_log l where l.centre_id = c.centre_id and l.outcome = $1
             and (l.action not in ('VIEW', 'DELIVER') or l.change in ('IdentityShown', 'IdentityPreviewed', 'PersonShown', 'NamesShown')) order by l.position desc limit 1) as last
           from centre_log c`,
          ["DONE"],
        ),
      ),
    ),
  );
  return JSON.stringify(heads);
}

export async function aWithdrawnService(
  centre: TestCentre,
  partner: TestPartner,
  given: Partial<ServiceGiven> = {},
): Promise<Offered> {
  const service = await partner.aService({ ...given, suspended: true });
  await centre.asSystem((work) =>
    work.rows(`update service set status = 'WITHDRAWN' where id = $1`, [
      service.id,
    ]),
  );
  return service;
}
