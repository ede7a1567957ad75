// When a referral may be sent: agreements by kind, state, day, scope and data role, and what may travel under them (domain 1.10, 4.2).
import type {
  AgreementKind,
  AgreementStatus,
} from "../../server/agreements/index.js";
import type { DataRole, DisclosureLevel } from "../../server/partners/index.js";
import { levels, ONLY_NUMBER } from "./disclosure.table.js";

/** An agreement of a cell; nothing said: COOPERATION in force, a separate controller, for all services. */
export interface CellAgreement {
  kind?: AgreementKind;
  status?: AgreementStatus;
  role?: DataRole;
  /** Days from today of the first day and the last; null: for good. */
  from?: number;
  to?: number | null;
  /** The services that it names: the one that is asked for, or another one of the partner. */
  names?: ("this" | "other")[];
  sensitive?: boolean;
  /** Leans on the cell's agreement of this place. */
  dpa?: number;
  /** When the partner left it. */
  left?: number;
}

export interface Cell {
  what: string;
  agreements: readonly CellAgreement[];
  /** The service is the hub's, the agreements are with a partner. */
  hub?: true;
  membership?: "MEMBER" | "OBSERVER" | "INVITED" | "LEFT" | null;
  /** In how many days it leaves, as it has said. */
  leaves?: number;
  partner?: { dataRole?: DataRole; status?: "SUSPENDED" | "FORMER" };
  level?: DisclosureLevel;
  /** Under which of them it goes, `null` under none; or what stands in the way: # is the number of the first agreement. */
  goes:
    | number
    | null
    | { obstacle: string; says: string }
    | { tooMuch: string };
}

const ASK = "Poproś organizatorkę usług.";
const MISSING = {
  obstacle: "AGREEMENT_MISSING",
  says: `Nie ma umowy z tym partnerem. ${ASK}`,
};
const ENDED_TODAY = {
  obstacle: "AGREEMENT_ENDED",
  says: `Umowa # z tym partnerem wygasła 24 listopada 2026. ${ASK}`,
};
const ENDED_YESTERDAY = {
  obstacle: "AGREEMENT_ENDED",
  says: `Umowa # z tym partnerem wygasła 23 listopada 2026. ${ASK}`,
};
const LEFT_TODAY = {
  obstacle: "AGREEMENT_ENDED",
  says: `Ta organizacja wyszła z umowy # 24 listopada 2026. ${ASK}`,
};
const UNSIGNED = {
  obstacle: "AGREEMENT_UNSIGNED",
  says: `Umowa # z tym partnerem jeszcze nie obowiązuje: nie podpisali jej wszyscy. ${ASK}`,
};
const TOMORROW = {
  obstacle: "AGREEMENT_UNSIGNED",
  says: `Umowa # z tym partnerem zacznie obowiązywać 25 listopada 2026. ${ASK}`,
};
const SUSPENDED = {
  obstacle: "AGREEMENT_SUSPENDED",
  says: `Umowa # z tym partnerem jest zawieszona. ${ASK}`,
};
const NOT_COVERED = {
  obstacle: "SERVICE_NOT_COVERED",
  says: `Umowa # z tym partnerem nie obejmuje tej usługi. ${ASK}`,
};
const NO_MEMBER = {
  obstacle: "MEMBERSHIP_MISSING",
  says: `Ta organizacja nie jest teraz w sieci. ${ASK}`,
};

const NOT_YET = {
  obstacle: "MEMBERSHIP_MISSING",
  says: `Ta organizacja ma zaproszenie do sieci i jeszcze go nie przyjęła. ${ASK}`,
};
const leavesOn = (day: string) => ({
  obstacle: "MEMBERSHIP_MISSING",
  says: `Ta organizacja odchodzi z sieci. Od dnia odejścia (${day}) nie można do niej kierować. ${ASK}`,
});

/** Kind × "in force": who carries. */
const kinds = (
  [
    ["LSR_ACCORD", MISSING],
    ["LETTER_OF_INTENT", MISSING],
    ["DATA_PROCESSING", MISSING],
    ["ACCESSION", 0],
    ["COOPERATION", 0],
    ["PROGRAMME_PARTNERSHIP", 0],
    ["GRANT_CONTRACT", 0],
    ["PROCUREMENT_CONTRACT", 0],
    ["COUNTY_AGREEMENT", 0],
    ["INTERMUNICIPAL", 0],
    ["JOINT_CONTROL", 0],
    ["VOLUNTEER", 0],
    ["INTERNAL_ASSIGNMENT", 0],
  ] as const
).map(([kind, goes]): Cell => ({ what: kind, agreements: [{ kind }], goes }));

/** State × day: from which day to which. */
const states = (
  [
    ["DRAFT", -30, 300, UNSIGNED],
    ["IN_NEGOTIATION", -30, 300, UNSIGNED],
    ["AGREED", -30, 300, UNSIGNED],
    ["REJECTED", -30, 300, MISSING],
    ["SUSPENDED", -30, 300, SUSPENDED],
    // no suspension outlives the last day
    ["SUSPENDED", -30, -1, ENDED_YESTERDAY],
    ["EXPIRED", -30, -1, ENDED_YESTERDAY],
    ["TERMINATED", -30, 0, ENDED_TODAY],
    ["WITHDRAWN", -30, 0, ENDED_TODAY],
    // the day before the first one, the first, the last, and the day after
    ["ACTIVE", 1, 300, TOMORROW],
    ["ACTIVE", 0, 300, 0],
    ["ACTIVE", -30, 0, 0],
    ["ACTIVE", 0, 0, 0],
    ["ACTIVE", -30, -1, ENDED_YESTERDAY],
    ["ACTIVE", -30, null, 0],
    ["SIGNED", 1, null, TOMORROW],
    ["SIGNED", 0, null, 0],
    ["SIGNED", -30, -1, ENDED_YESTERDAY],
  ] as const
).map(([status, from, to, goes]): Cell => ({
  what: `${status} from ${String(from)} to ${String(to)}`,
  agreements: [{ status, from, to }],
  goes,
}));

const scopes: Cell[] = [
  { what: "no agreement", agreements: [], goes: MISSING },
  {
    what: "one that names the service",
    agreements: [{ names: ["this"] }],
    goes: 0,
  },
  {
    what: "one that names it beside another",
    agreements: [{ names: ["this", "other"] }],
    goes: 0,
  },
  {
    what: "one that names another service only",
    agreements: [{ names: ["other"] }],
    goes: NOT_COVERED,
  },
  {
    what: "one that names another, and one that names none",
    agreements: [{ names: ["other"] }, {}],
    goes: 1,
  },
  {
    what: "one that names none, and a shorter one that names it: the named goes first",
    agreements: [{ to: null }, { names: ["this"], to: 10 }],
    goes: 1,
  },
  {
    what: "one that names it and has ended, and one that names none",
    agreements: [{ names: ["this"], to: -1 }, {}],
    goes: 1,
  },
  {
    what: "the one that lasts longer",
    agreements: [{ to: 10 }, { to: 20 }, { to: 5 }],
    goes: 1,
  },
  {
    what: "the one that lets more travel, though it is shorter",
    agreements: [{ role: "NO_PERSONAL_DATA", to: 20 }, { to: 10 }],
    goes: 1,
  },
  {
    what: "two agreements that name one service: the one that lets more travel",
    agreements: [
      { names: ["this"], role: "NO_PERSONAL_DATA", to: null },
      { names: ["this"], to: 10 },
    ],
    level: "L2_IDENTITY",
    goes: 1,
  },
  {
    what: "two that name one service, of which one has ended",
    agreements: [
      { names: ["this"], role: "NO_PERSONAL_DATA" },
      { names: ["this"], to: -1 },
    ],
    level: "L1_CONTACT",
    goes: ONLY_NUMBER,
  },
  {
    what: "only the accord, after the last one has ended",
    agreements: [{ to: -1 }, { kind: "LSR_ACCORD", to: null }],
    goes: ENDED_YESTERDAY,
  },
  {
    what: "one that the partner left today",
    agreements: [{ left: 0 }],
    goes: LEFT_TODAY,
  },
  { what: "one that it leaves tomorrow", agreements: [{ left: 1 }], goes: 0 },
  {
    what: "one that is suspended, beside one that names another service",
    agreements: [{ status: "SUSPENDED" }, { names: ["other"] }],
    goes: SUSPENDED,
  },
];

const members: Cell[] = [
  ...(
    [
      ["OBSERVER", NO_MEMBER],
      ["INVITED", NOT_YET],
      ["LEFT", NO_MEMBER],
      [null, NO_MEMBER],
    ] as const
  ).map(([membership, goes]): Cell => ({
    what: `membership ${String(membership)}`,
    agreements: [{}],
    membership,
    goes,
  })),
  {
    what: "a partner that leaves tomorrow",
    agreements: [{}],
    leaves: 1,
    goes: 0,
  },
  {
    what: "a partner that leaves today",
    agreements: [{}],
    leaves: 0,
    goes: leavesOn("24 listopada 2026"),
  },
  {
    what: "a partner whose day of leaving was yesterday",
    agreements: [{}],
    leaves: -1,
    goes: leavesOn("23 listopada 2026"),
  },
  ...(["SUSPENDED", "FORMER"] as const).map((status): Cell => ({
    what: `a partner that is ${status}`,
    agreements: [{}],
    partner: { status },
    membership: status === "FORMER" ? "LEFT" : "MEMBER",
    goes: NO_MEMBER,
  })),
  {
    what: "a unit of the same controller needs none",
    agreements: [],
    partner: { dataRole: "SAME_CONTROLLER" },
    level: "L3_SENSITIVE",
    goes: null,
  },
  {
    what: "nor one that is in force any more",
    agreements: [{ to: -1 }],
    partner: { dataRole: "SAME_CONTROLLER" },
    goes: null,
  },
  {
    what: "but it has to be a member",
    agreements: [],
    partner: { dataRole: "SAME_CONTROLLER" },
    membership: null,
    goes: NO_MEMBER,
  },
  {
    what: "under one of its own everything may travel",
    agreements: [{ kind: "INTERNAL_ASSIGNMENT", role: "SAME_CONTROLLER" }],
    partner: { dataRole: "SAME_CONTROLLER" },
    level: "L3_SENSITIVE",
    goes: 0,
  },
  {
    what: "and one that it has says what may travel",
    agreements: [{ kind: "INTERNAL_ASSIGNMENT", role: "NO_PERSONAL_DATA" }],
    partner: { dataRole: "SAME_CONTROLLER" },
    level: "L1_CONTACT",
    goes: ONLY_NUMBER,
  },
];

/** It is a party of every agreement, and its own services need none (domain 1.10). */
const hub = Object.entries<CellAgreement[]>({
  "the hub's own service, under nobody's agreement": [],
  "nor under one for all services of its parties": [{}],
  "nor under one by which less may travel": [
    { role: "NO_PERSONAL_DATA", to: null },
  ],
  "nor under one that names it": [
    { names: ["this"], role: "NO_PERSONAL_DATA" },
  ],
}).map(([what, agreements]): Cell => ({
  ...{ what, agreements, hub: true },
  ...{ level: "L3_SENSITIVE", goes: null },
}));

export const cells: readonly Cell[] = [
  ...kinds,
  ...states,
  ...scopes,
  ...members,
  ...hub,
  ...levels,
];
