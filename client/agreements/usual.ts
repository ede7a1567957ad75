// What is usual for each kind of agreement (domain 1.7): filled in at first, for the organiser to change.
import type {
  AcquisitionMode,
  AgreementKind,
  DataRole,
} from "../graphql/generated/graphql.js";

export interface Usual {
  dataRole: DataRole;
  financeMode?: AcquisitionMode;
  grantForm?: "SUPPORT";
  noticeDays?: "30";
  offerUpdateDutyDays?: "7";
  meetingsPerYear?: "6";
}

export const usual: Record<AgreementKind, Usual> = {
  COOPERATION: {
    dataRole: "NO_PERSONAL_DATA",
    financeMode: "COOPERATION_ONLY",
    noticeDays: "30",
    offerUpdateDutyDays: "7",
  },
  GRANT_CONTRACT: {
    dataRole: "SEPARATE_CONTROLLER",
    financeMode: "GRANT_SUPPORT",
    grantForm: "SUPPORT",
    offerUpdateDutyDays: "7",
  },
  PROCUREMENT_CONTRACT: {
    dataRole: "PROCESSOR",
    financeMode: "PUBLIC_PROCUREMENT",
    offerUpdateDutyDays: "7",
  },
  DATA_PROCESSING: { dataRole: "PROCESSOR" },
  // meetings every 60 days
  LSR_ACCORD: { dataRole: "NO_PERSONAL_DATA", meetingsPerYear: "6" },
  ACCESSION: { dataRole: "NO_PERSONAL_DATA", offerUpdateDutyDays: "7" },
  PROGRAMME_PARTNERSHIP: {
    dataRole: "NO_PERSONAL_DATA",
    offerUpdateDutyDays: "7",
    meetingsPerYear: "6",
  },
  COUNTY_AGREEMENT: {
    dataRole: "SEPARATE_CONTROLLER",
    financeMode: "COUNTY_AGREEMENT",
    offerUpdateDutyDays: "7",
  },
  INTERMUNICIPAL: {
    dataRole: "SEPARATE_CONTROLLER",
    financeMode: "INTERMUNICIPAL_AGREEMENT",
  },
  INTERNAL_ASSIGNMENT: {
    dataRole: "SAME_CONTROLLER",
    financeMode: "OWN_UNIT_PLAN",
  },
  JOINT_CONTROL: { dataRole: "JOINT_CONTROLLER" },
  VOLUNTEER: {
    dataRole: "NO_PERSONAL_DATA",
    financeMode: "SUPPORTING_ACTIVITY",
    noticeDays: "30",
  },
  LETTER_OF_INTENT: { dataRole: "NO_PERSONAL_DATA" },
};
