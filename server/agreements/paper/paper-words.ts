// Polish words of an agreement on paper: names of kinds, parts and signatures, lengths of time and money.
import type { AcquisitionMode } from "../../offer/index.js";
import type { DataRole } from "../../partners/index.js";
import { wordsOfDay } from "../../platform/calendar.js";
import type {
  AgreementStatus,
  SignatureKind,
  TaskPart,
} from "../agreement-kind.js";
import type { BindingTime, ReferralPriority } from "../answer-time.js";

export const PART: Record<TaskPart, string> = {
  RESPONSIBLE: "odpowiada",
  CONTRIBUTES: "współpracuje",
  INFORMED: "dostaje informacje",
};

export const SIGNATURE: Record<SignatureKind, string> = {
  PAPER: "na papierze",
  QUALIFIED: "podpis kwalifikowany",
  TRUSTED_PROFILE: "profil zaufany",
};

export const PRIORITY: Record<ReferralPriority, string> = {
  EMERGENCY: "nagłe",
  URGENT: "pilne",
  STANDARD: "zwykłe",
};

export const MODE: Record<AcquisitionMode, string> = {
  COOPERATION_ONLY: "sama współpraca, bez pieniędzy",
  GRANT_DELEGATION: "dotacja na powierzone zadanie",
  GRANT_SUPPORT: "dotacja na wspierane zadanie",
  SMALL_GRANT_19A: "mały grant, bez konkursu",
  PUBLIC_PROCUREMENT: "zamówienie publiczne",
  OWN_UNIT_PLAN: "plan jednostki gminy",
  COUNTY_AGREEMENT: "porozumienie z powiatem",
  INTERMUNICIPAL_AGREEMENT: "porozumienie międzygminne",
  SUPPORTING_ACTIVITY: "działanie wspierające",
};

export const DATA_ROLE: Record<DataRole, string> = {
  NO_PERSONAL_DATA:
    "Organizacja nie dostaje danych osobowych mieszkańców. Wystarcza jej kod skierowania.",
  SEPARATE_CONTROLLER:
    "Organizacja jest odrębnym administratorem danych, które dostaje ze skierowaniem, i sama za nie odpowiada.",
  PROCESSOR:
    "Organizacja przetwarza dane w imieniu CUS i tylko na jego polecenie.",
  JOINT_CONTROLLER:
    "CUS i organizacja są współadministratorami danych. Podział obowiązków opisują osobne uzgodnienia.",
  SAME_CONTROLLER:
    "Zadanie wykonuje jednostka samego CUS, więc administrator danych się nie zmienia.",
};

/** What every page has to say of it; what holds, or waits for its first day, needs no word. */
export const MARK: Record<AgreementStatus, string | null> = {
  DRAFT: "projekt",
  IN_NEGOTIATION: "projekt",
  AGREED: "uzgodniona treść, do podpisu",
  SIGNED: null,
  ACTIVE: null,
  SUSPENDED: "zawieszona",
  EXPIRED: "już nie obowiązuje",
  TERMINATED: "już nie obowiązuje",
  WITHDRAWN: "już nie obowiązuje",
  REJECTED: "nie doszła do skutku",
};

export const day = (date: string) => wordsOfDay(date).pl;

const PLURAL = new Intl.PluralRules("pl");

function counted(
  amount: number,
  one: string,
  few: string,
  many: string,
): string {
  const form = PLURAL.select(amount);
  return `${String(amount)} ${form === "one" ? one : form === "few" ? few : many}`;
}

export const days = (amount: number) => counted(amount, "dzień", "dni", "dni");

export const months = (amount: number) =>
  counted(amount, "miesiąc", "miesiące", "miesięcy");

export const meetings = (amount: number) =>
  counted(
    amount,
    "spotkanie robocze",
    "spotkania robocze",
    "spotkań roboczych",
  );

export function answerTime({ amount, unit }: BindingTime): string {
  switch (unit) {
    case "HOURS":
      return counted(amount, "godzina", "godziny", "godzin");
    case "WORKING_HOURS":
      return counted(amount, "godzina pracy", "godziny pracy", "godzin pracy");
    case "WORKING_DAYS":
      return counted(amount, "dzień roboczy", "dni robocze", "dni roboczych");
  }
}

const ZLOTY = new Intl.NumberFormat("pl", {
  style: "currency",
  currency: "PLN",
});

export const money = (grosze: number) => ZLOTY.format(grosze / 100);
