// How much may travel under an agreement: its data role × what that leans on × the level of a referral (domain 4.2, 4.3).
import type { Cell, CellAgreement } from "./sending.table.js";

const LESS = "Zmniejsz zakres danych albo poproś organizatorkę usług.";
export const ONLY_NUMBER = {
  tooMuch: `Umowa # nie pozwala przekazywać danych osób, tylko numer. ${LESS}`,
};
const NO_DPA = {
  tooMuch: `Do umowy # brakuje obowiązującej umowy powierzenia danych. ${LESS}`,
};
const NOT_ARRANGED = {
  tooMuch: `Do umowy # brakuje obowiązujących uzgodnień współadministratorów. ${LESS}`,
};
const NOT_SENSITIVE = {
  tooMuch: `Umowa # nie pozwala przekazywać danych wrażliwych tej usłudze. ${LESS}`,
};

const NO_UNIT = {
  tooMuch: `Umowa # jest dla jednostek CUS, a ta organizacja nią nie jest. ${LESS}`,
};

const DPA: CellAgreement = { kind: "DATA_PROCESSING", role: "PROCESSOR" };
const JOINT: CellAgreement = {
  kind: "JOINT_CONTROL",
  role: "JOINT_CONTROLLER",
};
const PROCESSOR: CellAgreement = {
  kind: "PROCUREMENT_CONTRACT",
  role: "PROCESSOR",
};
const TOGETHER: CellAgreement = {
  kind: "GRANT_CONTRACT",
  role: "JOINT_CONTROLLER",
};

type LevelRow = readonly [
  what: string,
  agreements: readonly CellAgreement[],
  L1: Cell["goes"],
  L2: Cell["goes"],
  L3: Cell["goes"],
];

/** Data role × what it leans on × level; a number alone always goes. */
const rows: readonly LevelRow[] = [
  [
    "NO_PERSONAL_DATA",
    [{ role: "NO_PERSONAL_DATA", names: ["this"] }],
    ONLY_NUMBER,
    ONLY_NUMBER,
    ONLY_NUMBER,
  ],
  ["PROCESSOR alone", [PROCESSOR], NO_DPA, NO_DPA, NO_DPA],
  ["PROCESSOR with an entrustment", [PROCESSOR, DPA], 0, 0, NOT_SENSITIVE],
  [
    "PROCESSOR with one that entrusts nothing",
    [PROCESSOR, { ...DPA, role: "NO_PERSONAL_DATA" }],
    NO_DPA,
    NO_DPA,
    NO_DPA,
  ],
  [
    "PROCESSOR with one to its last day",
    [PROCESSOR, { ...DPA, to: 0 }],
    0,
    0,
    NOT_SENSITIVE,
  ],
  [
    "PROCESSOR with one from tomorrow",
    [PROCESSOR, { ...DPA, from: 1 }],
    NO_DPA,
    NO_DPA,
    NO_DPA,
  ],
  [
    "PROCESSOR with one of yesterday",
    [PROCESSOR, { ...DPA, to: -1 }],
    NO_DPA,
    NO_DPA,
    NO_DPA,
  ],
  [
    "PROCESSOR with one that not all signed",
    [PROCESSOR, { ...DPA, status: "AGREED" }],
    NO_DPA,
    NO_DPA,
    NO_DPA,
  ],
  [
    "PROCESSOR with one that is suspended",
    [PROCESSOR, { ...DPA, status: "SUSPENDED" }],
    NO_DPA,
    NO_DPA,
    NO_DPA,
  ],
  [
    "PROCESSOR that left the one",
    [PROCESSOR, { ...DPA, left: 0 }],
    NO_DPA,
    NO_DPA,
    NO_DPA,
  ],
  [
    "PROCESSOR that leans on one that has ended",
    [{ ...PROCESSOR, dpa: 1 }, { ...DPA, to: -1 }, DPA],
    NO_DPA,
    NO_DPA,
    NO_DPA,
  ],
  [
    "PROCESSOR that leans on one in force",
    [{ ...PROCESSOR, dpa: 2 }, { ...DPA, to: -1 }, DPA],
    0,
    0,
    NOT_SENSITIVE,
  ],
  [
    "PROCESSOR whose agreement says so",
    [{ ...PROCESSOR, sensitive: true }, DPA],
    0,
    0,
    0,
  ],
  [
    "PROCESSOR whose agreement says so, alone",
    [{ ...PROCESSOR, sensitive: true }],
    NO_DPA,
    NO_DPA,
    NO_DPA,
  ],
  ["SEPARATE_CONTROLLER", [{}], 0, 0, NOT_SENSITIVE],
  [
    "SEPARATE_CONTROLLER for all services",
    [{ sensitive: true }],
    0,
    0,
    NOT_SENSITIVE,
  ],
  [
    "SEPARATE_CONTROLLER for this service, without",
    [{ names: ["this"] }],
    0,
    0,
    NOT_SENSITIVE,
  ],
  [
    "SEPARATE_CONTROLLER with explicit scope",
    [{ sensitive: true, names: ["this"] }],
    0,
    0,
    0,
  ],
  [
    "JOINT_CONTROLLER alone",
    [TOGETHER],
    NOT_ARRANGED,
    NOT_ARRANGED,
    NOT_ARRANGED,
  ],
  [
    "JOINT_CONTROLLER by an arrangement",
    [TOGETHER, { ...JOINT, names: ["other"] }],
    0,
    0,
    NOT_SENSITIVE,
  ],
  [
    "JOINT_CONTROLLER by one of yesterday",
    [TOGETHER, { ...JOINT, to: -1 }],
    NOT_ARRANGED,
    NOT_ARRANGED,
    NOT_ARRANGED,
  ],
  [
    "JOINT_CONTROLLER by one that lets sensitive data travel",
    [TOGETHER, { ...JOINT, sensitive: true, names: ["other"] }],
    0,
    0,
    0,
  ],
  [
    "SAME_CONTROLLER of who is no unit any more",
    [{ kind: "INTERNAL_ASSIGNMENT", role: "SAME_CONTROLLER" }],
    NO_UNIT,
    NO_UNIT,
    NO_UNIT,
  ],
];

export const levels: readonly Cell[] = rows.flatMap(
  ([what, agreements, L1, L2, L3]): Cell[] =>
    (
      [
        ["L0_TOKEN", 0],
        ["L1_CONTACT", L1],
        ["L2_IDENTITY", L2],
        ["L3_SENSITIVE", L3],
      ] as const
    ).map(([level, goes]) => ({
      what: `${what}, ${level}`,
      agreements,
      level,
      goes,
    })),
);
