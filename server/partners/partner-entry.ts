// What the register says of an organisation beside its kind: ground in law, aims, accessibility, and the numbers it needs (domain 1.2, 1.3, 2.2).
import { registerEnumType } from "type-graphql";

import type { StakeholderType } from "./partner-filter.js";
import type { PartnerKind } from "./partner-kind.js";

export const StatutoryProviderKind = {
  MUNICIPAL_OFFICE: "MUNICIPAL_OFFICE",
  MUNICIPAL_UNIT: "MUNICIPAL_UNIT",
  NGO_ART3: "NGO_ART3",
  PROCUREMENT: "PROCUREMENT",
  MEDICAL_ENTITY: "MEDICAL_ENTITY",
  OTHER: "OTHER",
} as const;
export type StatutoryProviderKind = keyof typeof StatutoryProviderKind;

registerEnumType(StatutoryProviderKind, {
  name: "StatutoryProviderKind",
  description: "As what the Act lets it provide services (art. 7(2)).",
  valuesConfig: {
    MUNICIPAL_OFFICE: { description: "Municipal office." },
    MUNICIPAL_UNIT: { description: "Unit of the municipality." },
    NGO_ART3: {
      description: "Non-governmental, chosen under the public-benefit Act.",
    },
    PROCUREMENT: { description: "Chosen under public procurement." },
    MEDICAL_ENTITY: { description: "Medical entity." },
    OTHER: { description: "Another one." },
  },
});

export const ReintegrationAim = {
  MAIN: "MAIN",
  ONE_OF: "ONE_OF",
  NONE: "NONE",
} as const;
export type ReintegrationAim = keyof typeof ReintegrationAim;

registerEnumType(ReintegrationAim, {
  name: "ReintegrationAim",
  description: "Place of reintegration among the statutory aims.",
  valuesConfig: {
    MAIN: { description: "The main aim." },
    ONE_OF: { description: "One of the aims." },
    NONE: { description: "No aim." },
  },
});

export const Accessibility = {
  WHEELCHAIR: "WHEELCHAIR",
  SIGN_LANGUAGE: "SIGN_LANGUAGE",
  EASY_TO_READ: "EASY_TO_READ",
  INDUCTION_LOOP: "INDUCTION_LOOP",
  ACCESSIBLE_TOILET: "ACCESSIBLE_TOILET",
} as const;
export type Accessibility = keyof typeof Accessibility;

registerEnumType(Accessibility, {
  name: "Accessibility",
  description: "What makes an organisation or a service accessible.",
  valuesConfig: {
    WHEELCHAIR: { description: "By wheelchair." },
    SIGN_LANGUAGE: { description: "Polish sign language." },
    EASY_TO_READ: { description: "Texts that are easy to read." },
    INDUCTION_LOOP: { description: "Induction loop." },
    ACCESSIBLE_TOILET: { description: "Accessible toilet." },
  },
});

export const RegisterNumber = {
  NIP: "NIP",
  REGON: "REGON",
  KRS: "KRS",
  REGISTER_ENTRY: "REGISTER_ENTRY",
} as const;
export type RegisterNumber = keyof typeof RegisterNumber;

registerEnumType(RegisterNumber, {
  name: "RegisterNumber",
  description: "What identifies an organisation.",
  valuesConfig: {
    NIP: { description: "Tax number." },
    REGON: { description: "Statistical number." },
    KRS: { description: "Number in the national court register." },
    REGISTER_ENTRY: {
      description: "Entry in the county head's register of associations.",
    },
  },
});

const BY_AIM = { MAIN: "A", ONE_OF: "B", NONE: "C" } as const;
const BY_TYPE = { A: "MAIN", B: "ONE_OF", C: "NONE" } as const;

/** A hint where the type of a membership is chosen; the type itself belongs to the membership. */
export function typeByAim(aim: ReintegrationAim): StakeholderType {
  return BY_AIM[aim];
}

export function aimByType(type: StakeholderType): ReintegrationAim {
  return BY_TYPE[type];
}

export interface Identified {
  kind: PartnerKind;
  nip: string | null;
  regon: string | null;
  krs: string | null;
  registerEntry: string | null;
}

/** What it still needs to be told apart from all others, by its kind (domain 2.2). */
export function missingNumbers(partner: Identified): RegisterNumber[] {
  const { nip, regon, krs, registerEntry } = partner;
  const lacking = (
    wanted: readonly (readonly [RegisterNumber, string | null])[],
  ) => wanted.filter(([, number]) => !number).map(([name]) => name);
  switch (partner.kind) {
    case "INFORMAL_GROUP":
      return [];
    case "NGO":
      // an ordinary association has an entry of the county head in the place of a KRS, and needs no NIP
      return registerEntry
        ? lacking([["REGON", regon]])
        : lacking([
            ["KRS", krs],
            ["REGON", regon],
            ["NIP", nip],
          ]);
    case "SOCIAL_COOPERATIVE":
    case "SOCIAL_ENTERPRISE":
      return lacking([
        ["KRS", krs],
        ["REGON", regon],
        ["NIP", nip],
      ]);
    case "EMPLOYER":
    case "SERVICE_COMPANY":
      return lacking([["NIP", nip]]);
    default:
      return lacking([["REGON", regon]]);
  }
}
