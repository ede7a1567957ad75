// How a term of an agreement is named and read in its history, in the viewer's language.
import { Field, ObjectType } from "type-graphql";

import { serviceById } from "../offer/index.js";
import { contactPersonById, partnerById } from "../partners/index.js";
import { wordsOfDay } from "../platform/calendar.js";
import type { Context } from "../platform/graphql/context.js";
import type { Words } from "../platform/graphql/words.js";
import { agreementById } from "./agreements.reads.js";
import { nameOfProgramme } from "./carried-programme.js";
import type { Terms } from "./terms.js";

@ObjectType({ description: "A term of a version, as people read it." })
export class TermLine {
  @Field(() => String, { description: "What it is about." })
  term!: string;

  @Field(() => String, { description: "What it says." })
  value!: string;
}

@ObjectType({
  description: "What a version says otherwise than the one before.",
})
export class TermChange {
  @Field(() => String, { description: "What it is about." })
  term!: string;

  @Field(() => String, { description: "What was said before." })
  from!: string;

  @Field(() => String, { description: "What is said now." })
  to!: string;
}

const NAMES: Record<keyof Terms, Words> = {
  title: { pl: "Tytuł", en: "Title" },
  purpose: { pl: "Cel", en: "Purpose" },
  validFrom: { pl: "Obowiązuje od", en: "In force from" },
  validTo: { pl: "Obowiązuje do", en: "In force to" },
  noticeDays: { pl: "Wypowiedzenie (dni)", en: "Notice (days)" },
  autoRenew: { pl: "Przedłuża się sama", en: "Renews itself" },
  renewMonths: { pl: "Przedłużenie (miesiące)", en: "Renewal (months)" },
  dataRole: { pl: "Rola w ochronie danych", en: "Part in data protection" },
  dpaAgreementId: { pl: "Umowa powierzenia", en: "Entrustment of data" },
  allowsSensitive: { pl: "Dane szczególne", en: "Sensitive data" },
  answerEmergency: { pl: "Odpowiedź – nagłe", en: "Answer – emergency" },
  answerUrgent: { pl: "Odpowiedź – pilne", en: "Answer – urgent" },
  answerStandard: { pl: "Odpowiedź – zwykłe", en: "Answer – standard" },
  offerUpdateDutyDays: {
    pl: "Aktualizacja oferty (dni)",
    en: "Update of the offer (days)",
  },
  meetingsPerYear: { pl: "Spotkania w roku", en: "Meetings a year" },
  reporting: { pl: "Sprawozdania", en: "Reporting" },
  disputeClause: { pl: "Spory", en: "Disputes" },
  grantForm: { pl: "Forma zlecenia", en: "Form of the grant" },
  isPublic: { pl: "Jawna dla wszystkich", en: "Known to everybody" },
  services: { pl: "Usługi", en: "Services" },
  tasks: { pl: "Kto co robi", en: "Who does what" },
  programmeId: { pl: "Program", en: "Programme" },
  contacts: { pl: "Osoby do kontaktu", en: "Contact persons" },
};

const VALUES: Record<string, Words> = {
  true: { pl: "tak", en: "yes" },
  false: { pl: "nie", en: "no" },
  SAME_CONTROLLER: { pl: "ten sam administrator", en: "same controller" },
  NO_PERSONAL_DATA: { pl: "bez danych osobowych", en: "no personal data" },
  PROCESSOR: { pl: "podmiot przetwarzający", en: "processor" },
  SEPARATE_CONTROLLER: {
    pl: "odrębny administrator",
    en: "separate controller",
  },
  JOINT_CONTROLLER: { pl: "współadministrator", en: "joint controller" },
  DELEGATION: { pl: "powierzenie", en: "delegation" },
  SUPPORT: { pl: "wsparcie", en: "support" },
  RESPONSIBLE: { pl: "odpowiada", en: "is responsible" },
  CONTRIBUTES: { pl: "współpracuje", en: "contributes" },
  INFORMED: { pl: "jest informowana", en: "is informed" },
};

/** Those of a version, in their order. */
export function termNames(terms: Terms): (keyof Terms)[] {
  return Object.keys(terms).filter(isTerm);
}

function isTerm(field: string): field is keyof Terms {
  return field in NAMES;
}

export function nameOfTerm(context: Context, field: keyof Terms): string {
  return context.say(NAMES[field]);
}

/** "—" where nothing is promised. */
export async function wordsOfTerm(
  context: Context,
  field: string,
  value: Terms[keyof Terms],
): Promise<string> {
  if (Array.isArray(value)) {
    const lines = await Promise.all(
      value.map((line) => wordsOfLine(context, line)),
    );
    return lines.length > 0 ? lines.join("; ") : "—";
  }
  if (value === null) return "—";
  const text = String(value);
  if (field === "programmeId")
    return (
      (await nameOfProgramme(context, text)) ??
      context.say({ pl: "program", en: "a programme" })
    );
  if (field === "dpaAgreementId")
    return (
      (await context.load(agreementById, text))?.number ??
      context.say({ pl: "umowa powierzenia", en: "an entrustment" })
    );
  if (field.startsWith("answer")) return wordsOfTime(context, text);
  if (field.startsWith("valid")) return context.say(wordsOfDay(text));
  const words = VALUES[text];
  return words ? context.say(words) : text;
}

function wordsOfTime(context: Context, time: string): string {
  const amount = time.slice(0, -1);
  return context.say(
    time.endsWith("h")
      ? { pl: `${amount} godz.`, en: `${amount} h` }
      : { pl: `${amount} dni rob.`, en: `${amount} working days` },
  );
}

/** A service with its places, a task with its party, or a party with its contact person. */
async function wordsOfLine(
  context: Context,
  line:
    | Terms["services"][number]
    | Terms["tasks"][number]
    | Terms["contacts"][number],
): Promise<string> {
  if ("serviceId" in line) {
    const service = await context.load(serviceById, line.serviceId);
    const name =
      service?.name ?? context.say({ pl: "usługa", en: "a service" });
    const places = String(line.placesKept);
    return context.say({
      pl: `${name} (miejsca dla sieci: ${places})`,
      en: `${name} (places for the network: ${places})`,
    });
  }
  const partner = await context.load(partnerById, line.partnerId);
  if ("contactPersonId" in line) {
    const person = await context.load(contactPersonById, line.contactPersonId);
    // who is a contact person no longer, or is not the viewer's to read
    const name =
      person?.name ??
      context.say({ pl: "wskazana osoba", en: "a person it named" });
    return `${partner?.shortName ?? ""}: ${name}`;
  }
  const part = VALUES[line.part];
  return `${line.task} – ${partner?.shortName ?? ""}${part ? ` (${context.say(part)})` : ""}`;
}
