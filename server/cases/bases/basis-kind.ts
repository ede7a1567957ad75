// Kinds of a basis, who gives it, and in which form (domain 2.10).
import { registerEnumType } from "type-graphql";

export const BasisKind = {
  CONSENT: "CONSENT",
  STATUTORY_TASK: "STATUTORY_TASK",
  CONTRACT_PROCESSOR: "CONTRACT_PROCESSOR",
  VITAL_INTEREST: "VITAL_INTEREST",
} as const;
export type BasisKind = keyof typeof BasisKind;

registerEnumType(BasisKind, {
  name: "BasisKind",
  description: "On what data of somebody may be passed on.",
  valuesConfig: {
    CONSENT: { description: "She agrees." },
    STATUTORY_TASK: { description: "A task that the law gives the centre." },
    CONTRACT_PROCESSOR: {
      description:
        "The partner acts for the centre, under an entrustment of data.",
    },
    VITAL_INTEREST: {
      description: "Life or health is in danger; sent with an emergency.",
    },
  },
});

export const BasisGiver = {
  PERSON: "PERSON",
  LEGAL_REPRESENTATIVE: "LEGAL_REPRESENTATIVE",
  ACTUAL_CARER: "ACTUAL_CARER",
} as const;
export type BasisGiver = keyof typeof BasisGiver;

registerEnumType(BasisGiver, {
  name: "BasisGiver",
  description: "Who gave a basis, or was told of it.",
  valuesConfig: {
    PERSON: { description: "The person herself." },
    LEGAL_REPRESENTATIVE: { description: "Her legal representative." },
    ACTUAL_CARER: { description: "Who actually cares for her." },
  },
});

export const BasisForm = {
  WRITTEN_ON_PAPER: "WRITTEN_ON_PAPER",
  ELECTRONIC: "ELECTRONIC",
  ORAL_NOTED: "ORAL_NOTED",
} as const;
export type BasisForm = keyof typeof BasisForm;

registerEnumType(BasisForm, {
  name: "BasisForm",
  description: "In which form a basis was given.",
  valuesConfig: {
    WRITTEN_ON_PAPER: { description: "Signed on paper." },
    ELECTRONIC: { description: "Signed electronically." },
    ORAL_NOTED: { description: "Said, and noted by the coordinator." },
  },
});
