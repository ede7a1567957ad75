// A fictional municipality as its file holds it; days and times count from the day of loading (domain 5).
import { readFileSync } from "node:fs";

import type {
  AgreementKind,
  AgreementStatus,
  GrantForm,
  TaskPart,
} from "../agreements/index.js";
import type { ReferralPriority } from "../agreements/index.js";
import type { CaseIdentityInput } from "../cases/index.js";
import type { MeetingKind } from "../forum/index.js";
import type { Role } from "../identity/index.js";
import type {
  GapKind,
  NeedEvidence,
  NeedStatus,
  PlannedAnswer,
} from "../needs/index.js";
import type {
  AcquisitionMode,
  CapacityUnit,
  EntryMode,
  LifeSphere,
  ReintegrationProfile,
  ServiceArea,
  ServiceForm,
  ServiceGroup,
  ServiceHours,
  TargetGroup,
} from "../offer/index.js";
import type {
  Accessibility,
  DataRole,
  DisclosureLevel,
  PartnerKind,
  Sector,
  StakeholderType,
  StatutoryProviderKind,
} from "../partners/index.js";
import type {
  NetworkKind,
  NetworkStatus,
  PartnershipStep,
} from "../partnership/index.js";
import type { PeriodKind } from "../platform/period.js";
import type { ResourceKind } from "../resources/index.js";

export interface Municipality {
  centre: { slug: string; name: string; shortName: string };
  mailDomain: string;
  terc: string;
  staff: StaffMember[];
  /** Of partners, beside the one who does everything there. */
  colleagues?: (StaffMember & { partner: string })[];
  furtherAssignments: { login: string; partner: string; roles: Role[] }[];
  networks: DemoNetwork[];
  /** The hub comes first. */
  partners: DemoPartner[];
  needs?: DemoNeed[];
  /** Town and villages by which needs are told apart. */
  places?: string[];
  meetings?: DemoMeeting[];
  agreements: DemoAgreement[];
  orders?: DemoOrder[];
  resources?: DemoResource[];
  loans?: DemoLoan[];
  cases: DemoCase[];
  referrals: DemoReferral[];
}

export interface DemoCase {
  pseudonym: string;
  coordinator: string;
  opened: number;
  /** Invented; the others are pseudonyms alone. */
  person?: {
    identity: CaseIdentityInput;
    /** What partners may be told, by all their services. */
    bases: { partner: string; level: DisclosureLevel; kind: "CONSENT" }[];
  };
}

export interface DemoResource {
  key: string;
  partner: string;
  kind: ResourceKind;
  name: string;
  description?: string;
  availableWhen?: string;
  quantity?: number;
  /** Left out: others may ask for it. */
  lendable?: boolean;
}

export interface DemoLoan {
  resource: string;
  asking: string;
  from: number;
  to: number;
  note: string;
  at: string;
}

export interface StaffMember {
  login: string;
  name: string;
  roles: Role[];
}

export interface DemoNetwork {
  key: string;
  kind: NetworkKind;
  name: string;
  purpose: string;
  step: PartnershipStep;
  status: NetworkStatus;
  /** Days from the loading; without it each partner joined on a day of its own. */
  joined?: number;
  members: string[];
  goals?: string[];
  cadenceDays?: number;
  started?: number;
  analysis?: Record<
    "strengths" | "weaknesses" | "opportunities" | "threats",
    string
  >;
  actions?: DemoAction[];
}

export interface DemoAction {
  title: string;
  /** Where nobody is, that is what is missing. */
  responsible?: string;
  contributes: string[];
  informed: string[];
}

export interface DemoNeed {
  code: string;
  network: string;
  title: string;
  area: ServiceArea;
  gapKind: GapKind;
  evidence: NeedEvidence;
  status: NeedStatus;
  targetGroup?: TargetGroup;
  place?: string;
  plannedAnswer?: PlannedAnswer;
  answerNote?: string;
  persons?: number;
  reported: number;
}

export interface DemoMeeting {
  code: string;
  network: string;
  kind: MeetingKind;
  title: string;
  day: number;
  place?: string;
  agenda: string[];
  /** Of those invited, who comes first in the network; none: it is still to come. */
  present?: number;
  invited?: number;
}

export interface DemoPartner {
  code: string;
  name: string;
  shortName: string;
  kind: PartnerKind;
  sector: Sector;
  statutoryProviderKind: StatutoryProviderKind;
  acquisitionMode: AcquisitionMode;
  dataRole: DataRole;
  contact: string;
  /** When that one answers the telephone, as the organisation says it. */
  reachable?: string;
  position?: string;
  /** Where the organisation's sign-in is not its contact person's. */
  accountName?: string;
  nip: string | null;
  regon: string | null;
  krs: string | null;
  address: string;
  stakeholderType: StakeholderType | null;
  joined: number;
  /** What it is in the local network, where not a member. */
  standing?: "INVITED" | "OBSERVER";
  services: DemoOffer[];
}

export interface DemoOffer {
  code: string;
  name: string;
  area: ServiceArea;
  group: ServiceGroup;
  form: ServiceForm;
  sphere: LifeSphere;
  reintegrationProfile: ReintegrationProfile;
  entryMode: EntryMode;
  unit: CapacityUnit;
  total: number;
  /** Occupied, reserved and waiting include the referrals of the file. */
  occupied: number;
  reserved: number;
  waiting: number;
  feeGrosze?: number;
  emergency?: boolean;
  accessibility?: Accessibility[];
  careDuringActivity?: boolean;
  transportProvided?: boolean;
  supporting?: boolean;
  targetGroups?: TargetGroup[];
  eligibility?: string;
  /** From and to; null: without an end. */
  ages?: readonly [number | null, number | null];
  hours?: ServiceHours[];
  /** First and last month. */
  season?: readonly [number, number];
  restsOnHolidays?: boolean;
  forResidents?: boolean;
  confirmedDaysAgo?: number;
  neverConfirmed?: boolean;
  eventInDays?: number;
}

export interface DemoAgreement {
  number: string;
  /** Beside the hub. */
  partners: string[];
  kind: AgreementKind;
  status: AgreementStatus;
  grantForm?: GrantForm;
  /** By all; null: not yet. */
  signed: number | null;
  hubSigned?: number;
  validFrom: number | null;
  validTo: number | null;
  dataRole: DataRole;
  /** Emergency, urgent, standard. */
  answers?: (string | null)[];
  purpose: string;
  /** Who does what, by the code of the party. */
  tasks?: { task: string; partner: string; part: TaskPart }[];
  /** Who is named for it, by the code of the party. */
  contacts?: Record<string, "primary" | "deputy">;
  /** Key of the programme that it carries out. */
  programme?: string;
  isPublic?: boolean;
}

export interface DemoOrder {
  agreement: string;
  partner: string;
  per: PeriodKind;
  /** With what was reported of the last period. */
  lines: {
    service: string;
    quantity: number;
    unitPriceGrosze: number;
    delivered: number;
  }[];
  /** The last period has a sheet. */
  settled?: boolean;
  /** What was short became a talk, due so many days from the loading. */
  talk?: { service: string; reason: string; due: number };
}

export interface DemoReferral {
  number: number;
  service: string;
  case: string;
  ownReference: string;
  priority?: ReferralPriority;
  units?: number;
  /** What travels; left out: a number. */
  level?: Exclude<DisclosureLevel, "L0_TOKEN">;
  goal?: string;
  declineReason?: "NO_CAPACITY";
  discontinueReason?: "NOT_SUITABLE";
  /** Of one that was never sent. */
  drafted?: string;
  steps: { event: string; at: string }[];
  /** Given with the last step; nobody has come yet. */
  appointment?: {
    inDays: number;
    time: string;
    /** null: the organisation comes to the person. */
    place: string | null;
    bring: string;
    askFor: string;
  };
  /** One list a week, the last one yesterday: P there, A absent, E excused. */
  attendance?: string;
}

export function readMunicipality(slug: string): Municipality {
  const file = new URL(`./data/${slug}.json`, import.meta.url);
  // our own file, whose every row the database and the demo's test look at
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return JSON.parse(readFileSync(file, "utf8")) as Municipality;
}

export const municipalities = ["jarzebinow", "olchowo"] as const;
