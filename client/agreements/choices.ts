// The choices of the form of an agreement, the commonest first, a choice read from it, and what is told of all alike.
import { ENDS_SOON } from "../design/ends-soon.js";
import type {
  AcquisitionMode,
  AgreementKind,
  AgreementStatus,
  DataRole,
  GrantForm,
  ResponseUnit,
  SignatureKind,
  TaskPart,
} from "../graphql/generated/graphql.js";

export const kinds = [
  "COOPERATION",
  "GRANT_CONTRACT",
  "PROCUREMENT_CONTRACT",
  "DATA_PROCESSING",
  "LSR_ACCORD",
  "ACCESSION",
  "PROGRAMME_PARTNERSHIP",
  "COUNTY_AGREEMENT",
  "INTERMUNICIPAL",
  "INTERNAL_ASSIGNMENT",
  "JOINT_CONTROL",
  "VOLUNTEER",
  "LETTER_OF_INTENT",
] as const satisfies readonly AgreementKind[];

/** Nobody is referred under these, so nobody answers. */
export const withoutReferrals: readonly AgreementKind[] = [
  "LSR_ACCORD",
  "LETTER_OF_INTENT",
  "DATA_PROCESSING",
];

/** With fewer than two organisations beside the hub these end. */
export const needSeveral: readonly AgreementKind[] = [
  "LSR_ACCORD",
  "PROGRAMME_PARTNERSHIP",
];

/** Told as ending. */
export function endsSoon(agreement: {
  status: AgreementStatus;
  endsInDays: number | null;
}): boolean {
  const { status, endsInDays } = agreement;
  return status === "ACTIVE" && endsInDays !== null && endsInDays <= ENDS_SOON;
}

export const dataRoles = [
  "NO_PERSONAL_DATA",
  "SEPARATE_CONTROLLER",
  "PROCESSOR",
  "JOINT_CONTROLLER",
  "SAME_CONTROLLER",
] as const satisfies readonly DataRole[];

export const grantForms = [
  "DELEGATION",
  "SUPPORT",
] as const satisfies readonly GrantForm[];

export const modes = [
  "COOPERATION_ONLY",
  "GRANT_DELEGATION",
  "GRANT_SUPPORT",
  "SMALL_GRANT_19A",
  "PUBLIC_PROCUREMENT",
  "OWN_UNIT_PLAN",
  "COUNTY_AGREEMENT",
  "INTERMUNICIPAL_AGREEMENT",
  "SUPPORTING_ACTIVITY",
] as const satisfies readonly AcquisitionMode[];

export const parts = [
  "RESPONSIBLE",
  "CONTRIBUTES",
  "INFORMED",
] as const satisfies readonly TaskPart[];

export const priorities = ["EMERGENCY", "URGENT", "STANDARD"] as const;

export const units = [
  "HOURS",
  "WORKING_DAYS",
] as const satisfies readonly ResponseUnit[];

export const signatureKinds = [
  "PAPER",
  "QUALIFIED",
  "TRUSTED_PROFILE",
] as const satisfies readonly SignatureKind[];

export function chosenIn<Choice extends string>(
  form: FormData,
  name: string,
  choices: readonly Choice[],
): Choice | null {
  const value = form.get(name);
  return choices.find((choice) => choice === value) ?? null;
}
