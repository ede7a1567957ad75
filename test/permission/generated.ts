// Generated rows and actors, on which the application's expressions are held against the database's policies.
import { randomUUID } from "node:crypto";

import { agreementPolicy } from "../../server/agreements/index.js";
import { casePolicy } from "../../server/cases/cases.policy.js";
import { formationPolicy } from "../../server/formation/formation.policy.js";
import { meetingPolicy } from "../../server/forum/forum.policy.js";
import { Role } from "../../server/identity/index.js";
import { needPolicy } from "../../server/needs/needs.policy.js";
import { capacityPolicy, servicePolicy } from "../../server/offer/index.js";
import { partnerPolicy } from "../../server/partners/index.js";
import { contactPersonPolicy } from "../../server/partners/partners.policy.js";
import { networkPolicy } from "../../server/partnership/partnership.policy.js";
import { peoplePolicy } from "../../server/people/index.js";
import type { Actor, Member } from "../../server/platform/permission/actor.js";
import { allows } from "../../server/platform/permission/allows.js";
import type { Expression } from "../../server/platform/permission/expression.js";
import { all, any, fact } from "../../server/platform/permission/expression.js";
import { referralPolicy } from "../../server/referrals/index.js";

export interface Place {
  centreId: string;
  hubId: string;
  partnerIds: string[];
  accountIds: string[];
}

export function aPlace(): Place {
  return {
    centreId: randomUUID(),
    hubId: randomUUID(),
    partnerIds: [randomUUID(), randomUUID()],
    accountIds: [randomUUID(), randomUUID()],
  };
}

/** Every role alone, some together, none; for each organisation and each of two accounts. */
export function actorsOf({
  centreId,
  hubId,
  partnerIds,
  accountIds,
}: Place): Actor[] {
  const sets: string[][] = [
    ...Object.values(Role).map((role) => [role]),
    ["OUS", "DIRECTOR"],
    ["KIPUS", "PARTNER_REFERRALS"],
    ["OUS", "KIPUS", "PARTNER_ADMIN"],
    ["IOD", "SYSADMIN"],
    [],
  ];
  const members = sets.flatMap((roles) =>
    [hubId, ...partnerIds].flatMap((partnerId) =>
      accountIds.map((accountId): Member => ({
        kind: "member",
        accountId,
        sessionId: randomUUID(),
        assignmentId: randomUUID(),
        centreId,
        partnerId,
        roles: new Set(roles),
        name: "",
        language: "pl",
        mustChangePassword: false,
        mustSetUpSecondFactor: false,
        hasLeft: false,
      })),
    ),
  );
  return [...members, { kind: "visitor", centreId }];
}

const statuses = ["DRAFT", "PENDING_REVIEW", "ACTIVE", "PAUSED", "WITHDRAWN"];
const visibilities = ["PUBLIC", "NETWORK", "HUB_ONLY"];
const referralStatuses = ["DRAFT", "SENT", "ACCEPTED", "WITHDRAWN"];

/** Withdrawn before anybody opened it. */
const VANISHED = "VANISHED";

interface GeneratedRow {
  id: string;
  /** As the policy sees it. */
  facts: { centreId: string } & Record<string, string | boolean>;
}

export interface Generated {
  table: string;
  /** How the table names the row in question. */
  key: string;
  policy: Expression<{ centreId: string }>;
  rows: GeneratedRow[];
  insert: (row: GeneratedRow) => [sql: string, values: unknown[]];
}

/** The facts of generated rows are the columns that each policy names. */
function policyOf(expression: unknown): Expression<{ centreId: string }> {
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return expression as Expression<{ centreId: string }>;
}

export function generated(place: Place): Generated[] {
  const { centreId, hubId, partnerIds, accountIds } = place;
  const organisations = [hubId, ...partnerIds];
  const row = (facts: Record<string, string | boolean> = {}): GeneratedRow => ({
    id: randomUUID(),
    facts: { centreId, ...facts },
  });
  const services = organisations.flatMap((partnerId) =>
    visibilities.flatMap((visibility) =>
      statuses.map((status) => row({ partnerId, visibility, status })),
    ),
  );
  const [anyService] = services;
  const referrals = organisations.flatMap((partnerId) =>
    accountIds.flatMap((senderAccountId) =>
      [...referralStatuses, VANISHED].map((status) =>
        row({
          ...{ partnerId, senderAccountId, vanished: status === VANISHED },
          status: status === VANISHED ? "WITHDRAWN" : status,
        }),
      ),
    ),
  );
  const table = (
    name: string,
    policy: unknown,
    rows: GeneratedRow[],
    insert: Generated["insert"],
    key = "id",
  ): Generated => ({
    table: name,
    key,
    policy: policyOf(policy),
    rows,
    insert,
  });
  return [
    table(
      "partner",
      partnerPolicy.read,
      organisations.map((id) => ({ id, facts: { centreId } })),
      ({ id }) => [
        `insert into partner (centre_id, id, name, short_name, kind, sector, data_role, created_at, updated_at)
         values ($1, $2, $3, $3, 'NGO', 'NGO', 'PROCESSOR', now(), now())`,
        [centreId, id, `P ${id}`],
      ],
    ),
    table(
      "contact_person",
      contactPersonPolicy.read,
      organisations.map((partnerId) => row({ partnerId })),
      ({ id, facts }) => [
        `insert into contact_person (centre_id, id, partner_id, name, created_at) values ($1, $2, $3, 'K', now())`,
        [centreId, id, facts["partnerId"]],
      ],
    ),
    table(
      "invitation",
      peoplePolicy.read,
      organisations.map((partnerId) => row({ partnerId })),
      ({ id, facts }) => [
        `insert into invitation (centre_id, id, partner_id, email, name, roles, invited_by, invited_from, invited_as, invited_at, expires_at)
         values ($1, $2, $3, $4, 'I', array['PARTNER_VIEWER'], $5, $3, 'OUS', now(), now())`,
        [centreId, id, facts["partnerId"], `${id}@x.example`, accountIds[0]],
      ],
    ),
    table("network", networkPolicy.read, [row()], ({ id }) => [
      `insert into network (centre_id, id, kind, name, step, hub_partner_id, status, created_at)
       values ($1, $2, 'LSR', 'S', 'BUILDING', $3, 'ACTIVE', now())`,
      [centreId, id, hubId],
    ]),
    table("need", needPolicy.read, [row()], ({ id }) => [
      `insert into need (centre_id, id, title, area, gap_kind, evidence, status, created_at)
       values ($1, $2, 'P', 'HEALTH', 'QUALITY', 'SURVEY', 'REPORTED', now())`,
      [centreId, id],
    ]),
    table("meeting", meetingPolicy.read, [row()], ({ id }) => [
      `insert into meeting (centre_id, id, network_id, kind, title, starts_at, ends_at, status, created_at)
       values ($1, $2, $2, 'FORUM', 'S', now(), now() + interval '1 hour', 'PLANNED', now())`,
      [centreId, id],
    ]),
    table(
      "network_analysis",
      formationPolicy.read,
      [row()],
      ({ id }) => [
        `insert into network_analysis (centre_id, network_id, strengths, weaknesses, opportunities, threats, written_at)
       values ($1, $2, 'S', 'W', 'O', 'T', now())`,
        [centreId, id],
      ],
      "network_id",
    ),
    table(
      "network_procedure",
      networkPolicy.read,
      [row()],
      ({ id }) => [
        `insert into network_procedure (centre_id, network_id, version, text, written_at) values ($1, $2, 1, 'P', now())`,
        [centreId, id],
      ],
      "network_id",
    ),
    table("joint_action", networkPolicy.read, [row()], ({ id }) => [
      `insert into joint_action (centre_id, id, network_id, title, created_at) values ($1, $2, $2, 'D', now())`,
      [centreId, id],
    ]),
    table(
      "agreement",
      agreementPolicy.read,
      ["DRAFT", "IN_NEGOTIATION", "ACTIVE", "REJECTED"].map((recordedStatus) =>
        row({ recordedStatus }),
      ),
      ({ id, facts }) => [
        `insert into agreement (centre_id, id, number, kind, status, title, data_role, created_at, updated_at)
         values ($1, $2, $3, 'COOPERATION', $4, 'U', 'PROCESSOR', now(), now())`,
        [centreId, id, id, facts["recordedStatus"]],
      ],
    ),
    table(
      "case_ref",
      casePolicy.read,
      accountIds.map((coordinatorAccountId) => row({ coordinatorAccountId })),
      ({ id, facts }) => [
        `insert into case_ref (centre_id, id, pseudonym, coordinator_account_id, opened_on, created_at)
         values ($1, $2, $3, $4, now(), now())`,
        [centreId, id, id, facts["coordinatorAccountId"]],
      ],
    ),
    table("service", servicePolicy.read, services, ({ id, facts }) => [
      `insert into service (centre_id, id, partner_id, name, area, service_group, form, status, visibility, created_at, updated_at)
       values ($1, $2, $3, 'U', 'HEALTH', 'A', 'GROUP', $4, $5, now(), now())`,
      [centreId, id, facts["partnerId"], facts["status"], facts["visibility"]],
    ]),
    table(
      "capacity",
      all(policyOf(servicePolicy.read), policyOf(capacityPolicy.read)),
      services,
      ({ id, facts }) => [
        `with line as (insert into capacity_event (centre_id, service_id, version, kind, at) values ($1, $2, 1, 'OPENING', now()))
         insert into capacity (centre_id, service_id, partner_id, unit, total, version, numbers_version)
         values ($1, $2, $3, 'PLACES', 1, 1, 1)`,
        [centreId, id, facts["partnerId"]],
      ],
      "service_id",
    ),
    table("referral", referralPolicy.read, referrals, ({ id, facts }) => [
      `insert into referral (centre_id, id, number, token_code, service_id, partner_id, sender_account_id, sender_name,
         priority, status, vanished, disclosure_level, units, created_at, updated_at)
       values ($1, $2, $3, 'T', $4, $5, $6, 'N', 'URGENT', $7, $8, 'L0_TOKEN', 1, now(), now())`,
      [
        centreId,
        id,
        id,
        anyService?.id,
        facts["partnerId"],
        facts["senderAccountId"],
        facts["status"],
        facts["vanished"],
      ],
    ]),
    table(
      "referral_subject",
      referralPolicy.readSubject,
      referrals,
      ({ id, facts }) => [
        `insert into referral_subject (centre_id, referral_id, sender_account_id) values ($1, $2, $3)`,
        [centreId, id, facts["senderAccountId"]],
      ],
      "referral_id",
    ),
    eventsOf(place, services, referrals),
  ];
}

interface Topical {
  topic: string;
}

/** What the log tells of a noun is for whom the noun is. */
function eventsOf(
  { centreId }: Place,
  services: GeneratedRow[],
  referrals: GeneratedRow[],
): Generated {
  const rows = [
    ...services.map(({ id, facts }) => ({
      id,
      facts: { ...facts, topic: "CAPACITY" },
    })),
    // of what has vanished the stream asks the referral itself
    ...referrals.flatMap(({ id, facts }) =>
      facts["vanished"] ? [] : [{ id, facts: { ...facts, topic: "REFERRAL" } }],
    ),
  ];
  let position = 0;
  return {
    table: "event",
    key: "subject_id",
    policy: any(
      all(
        policyOf(fact<Topical>("topic", "CAPACITY")),
        policyOf(servicePolicy.read),
        policyOf(capacityPolicy.read),
      ),
      all(
        policyOf(fact<Topical>("topic", "REFERRAL")),
        policyOf(referralPolicy.read),
      ),
    ),
    rows,
    insert: ({ id, facts }) => {
      position += 1;
      return [
        `insert into event (centre_id, position, type, topic, subject_id, partner_id, sender_account_id, at, facts)
         values ($1, $2, 'E', $3, $4, $5, $6, now(), $7)`,
        [
          centreId,
          position,
          facts["topic"],
          id,
          facts["partnerId"],
          facts["senderAccountId"] ?? null,
          JSON.stringify({
            status: facts["status"],
            visibility: facts["visibility"],
          }),
        ],
      ];
    },
  };
}

export function allowedIds({ policy, rows }: Generated, actor: Actor) {
  return rows
    .filter(({ facts }) => allows(policy, actor, facts))
    .map(({ id }) => id)
    .sort();
}
