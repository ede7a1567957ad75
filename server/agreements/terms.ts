// The terms of an agreement as one value: what is drafted, kept with each version, compared and put in force.
import type { AcquisitionMode } from "../offer/index.js";
import type { DataRole } from "../partners/index.js";
import type { Agreement } from "./agreement.js";
import type { GrantForm, TaskPart } from "./agreement-kind.js";

export interface Terms {
  title: string;
  purpose: string | null;
  validFrom: string | null;
  validTo: string | null;
  noticeDays: number | null;
  autoRenew: boolean;
  renewMonths: number | null;
  dataRole: DataRole;
  dpaAgreementId: string | null;
  allowsSensitive: boolean;
  answerEmergency: string | null;
  answerUrgent: string | null;
  answerStandard: string | null;
  offerUpdateDutyDays: number | null;
  meetingsPerYear: number | null;
  reporting: string | null;
  disputeClause: string | null;
  grantForm: GrantForm | null;
  isPublic: boolean;
  /** The programme that it carries out. */
  programmeId: string | null;
  services: { serviceId: string; placesKept: number }[];
  tasks: { task: string; partnerId: string; part: TaskPart }[];
  /** Of each party, by its id: whom the others turn to about this agreement; who names nobody is not here. */
  contacts: { partnerId: string; contactPersonId: string }[];
}

/** Stands apart from the other terms: fewer may see it. */
export interface Money {
  mode: AcquisitionMode | null;
  amountGrosze: number | null;
  settlementRules: string | null;
}

/** The terms that are columns of the agreement itself. */
const COLUMNS = [
  "title",
  "purpose",
  "validFrom",
  "validTo",
  "noticeDays",
  "autoRenew",
  "renewMonths",
  "dataRole",
  "dpaAgreementId",
  "allowsSensitive",
  "answerEmergency",
  "answerUrgent",
  "answerStandard",
  "offerUpdateDutyDays",
  "meetingsPerYear",
  "reporting",
  "disputeClause",
  "grantForm",
  "isPublic",
  "programmeId",
] as const;

/** The terms that stand in rows of their own. */
const PARTS = ["services", "tasks", "contacts"] as const;

type ColumnTerms = Pick<Terms, (typeof COLUMNS)[number]>;

export function columnsOf(terms: ColumnTerms): ColumnTerms {
  // the same names on both sides
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return Object.fromEntries(
    COLUMNS.map((name) => [name, terms[name]]),
  ) as unknown as ColumnTerms;
}

export function termsOf(
  agreement: Agreement,
  parts: Pick<Terms, (typeof PARTS)[number]>,
): Terms {
  return { ...columnsOf(agreement), ...parts };
}

export interface Change {
  field: keyof Terms;
  from: Terms[keyof Terms];
  to: Terms[keyof Terms];
}

/** What one version says otherwise than the one before, term by term; services and contact persons have no order. */
export function changesBetween(before: Terms, after: Terms): Change[] {
  return ([...COLUMNS, ...PARTS] as const)
    .map((field) => ({ field, from: before[field], to: after[field] }))
    .filter(({ field, from, to }) => asText(field, from) !== asText(field, to));
}

function asText(field: Change["field"], value: Change["from"]): string {
  if (!Array.isArray(value) || field === "tasks") return JSON.stringify(value);
  return value
    .map((line) => JSON.stringify(line))
    .sort()
    .join();
}
