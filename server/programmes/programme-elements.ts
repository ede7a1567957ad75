// The elements of a programme as they come in, each left out where it stays, and what may be written in them.
import { Field, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import { isWebAddress } from "../partners/index.js";
import { holdsPesel, noPesel } from "../platform/free-text.js";
import { InputCheck } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import { PersonalDataField } from "./personal-data.js";
import { Programme } from "./programme.js";
import type { ProgrammeElement } from "./programme-kind.js";

const LONGEST = 5000;
/** 20 million złoty. */
export const MOST_GROSZE = 2_000_000_000;

@InputType({
  description:
    "Elements of a programme; what is left out stays, null takes it away.",
})
export class ProgrammeElementsInput {
  @Field(() => String, { nullable: true, description: "1: name, 3 to 200." })
  name?: string;

  @Field(() => String, { nullable: true, description: "1: aim." })
  aim?: string | null;

  @Field(() => Day, { nullable: true, description: "2: first day." })
  startsOn?: string | null;

  @Field(() => Day, { nullable: true, description: "2: last day." })
  endsOn?: string | null;

  @Field(() => String, { nullable: true, description: "3: needs." })
  needs?: string | null;

  @Field(() => Int, { nullable: true, description: "4: persons." })
  persons?: number | null;

  @Field(() => String, { nullable: true, description: "5: services." })
  serviceScope?: string | null;

  @Field(() => String, { nullable: true, description: "6: qualification." })
  qualification?: string | null;

  @Field(() => String, { nullable: true, description: "7: fees." })
  fees?: string | null;

  @Field(() => String, { nullable: true, description: "8: documentation." })
  documentation?: string | null;

  @Field(() => [PersonalDataField], {
    nullable: true,
    description: "9: personal data needed; empty: none.",
  })
  personalData?: PersonalDataField[] | null;

  @Field(() => String, { nullable: true, description: "10: organisation." })
  organisation?: string | null;

  @Field(() => String, { nullable: true, description: "11: monitoring." })
  monitoring?: string | null;

  @Field(() => Int, { nullable: true, description: "12: limit in grosze." })
  budgetGrosze?: number | null;

  @Field(() => String, { nullable: true, description: "Where BIP shows it." })
  bipUrl?: string | null;
}

type Written = keyof ProgrammeElementsInput;

/** Which element each field belongs to; an address in the bulletin is none of them. */
const ELEMENT_OF: Record<Exclude<Written, "bipUrl">, ProgrammeElement> = {
  name: "NAME_AND_AIM",
  aim: "NAME_AND_AIM",
  startsOn: "PERIOD",
  endsOn: "PERIOD",
  needs: "NEEDS",
  persons: "PERSONS",
  serviceScope: "SERVICES",
  qualification: "QUALIFICATION",
  fees: "FEES",
  documentation: "DOCUMENTATION",
  personalData: "PERSONAL_DATA",
  organisation: "ORGANISATION",
  monitoring: "MONITORING",
  budgetGrosze: "BUDGET",
};

const TEXTS = [
  "aim",
  "needs",
  "serviceScope",
  "qualification",
  "fees",
  "documentation",
  "organisation",
  "monitoring",
] as const;

/** Writes what was given into the programme. @returns the elements that are another now */
export function writeElements(
  programme: Programme,
  given: ProgrammeElementsInput,
): ProgrammeElement[] {
  const was = Object.assign(new Programme(), programme);
  for (const field of TEXTS)
    if (given[field] !== undefined)
      programme[field] = given[field]?.trim() ? given[field].trim() : null;
  if (typeof given.name === "string") programme.name = given.name.trim();
  if (given.startsOn !== undefined) programme.startsOn = given.startsOn;
  if (given.endsOn !== undefined) programme.endsOn = given.endsOn;
  if (given.persons !== undefined) programme.persons = given.persons;
  if (given.budgetGrosze !== undefined)
    programme.budgetGrosze = given.budgetGrosze;
  if (given.bipUrl !== undefined)
    programme.bipUrl = given.bipUrl?.trim() ? given.bipUrl.trim() : null;
  if (given.personalData !== undefined)
    programme.personalData = given.personalData && inOrder(given.personalData);
  const changed = fieldsOf(ELEMENT_OF).filter(
    (field) => JSON.stringify(was[field]) !== JSON.stringify(programme[field]),
  );
  return [...new Set(changed.map((field) => ELEMENT_OF[field]))];
}

/** In the order of the dictionary, each once, so that a list is the same however it was ticked. */
function inOrder(fields: readonly PersonalDataField[]): PersonalDataField[] {
  return Object.values(PersonalDataField).filter((field) =>
    fields.includes(field),
  );
}

function fieldsOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  // the keys of a closed record are its own
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return Object.keys(record) as Key[];
}

/** What is wrong with the programme as it would be. */
export function elementFaults(work: Work, programme: Programme): InputCheck {
  const { name, startsOn, endsOn, persons, budgetGrosze, bipUrl } = programme;
  const check = new InputCheck(work.say)
    .that(name.length >= 3 && name.length <= 200, "elements.name", {
      pl: "Nazwa ma mieć od 3 do 200 znaków.",
      en: "A name has from 3 to 200 characters.",
    })
    .that(!holdsPesel(name), "elements.name", noPesel)
    .that(!startsOn || !endsOn || startsOn <= endsOn, "elements.endsOn", {
      pl: "Ostatni dzień nie może być przed pierwszym.",
      en: "The last day cannot lie before the first.",
    })
    .that(
      persons === null || (persons >= 1 && persons <= 1_000_000),
      "elements.persons",
      {
        pl: "Podaj liczbę osób od 1 do 1 000 000.",
        en: "Give a number of persons from 1 to 1,000,000.",
      },
    )
    .that(
      budgetGrosze === null ||
        (budgetGrosze >= 0 && budgetGrosze <= MOST_GROSZE),
      "elements.budgetGrosze",
      {
        pl: "Podaj kwotę od 0 do 20 000 000 zł.",
        en: "Give an amount from 0 to PLN 20,000,000.",
      },
    )
    .that(
      bipUrl === null || (isWebAddress(bipUrl) && bipUrl.length <= 500),
      "elements.bipUrl",
      {
        pl: "To nie jest adres strony. Przykład: https://bip.gmina.pl/uchwala.",
        en: "This is no web address. Example: https://bip.gmina.pl/uchwala.",
      },
    );
  for (const field of TEXTS)
    check
      .that((programme[field] ?? "").length <= LONGEST, `elements.${field}`, {
        pl: "Ten tekst może mieć do 5000 znaków.",
        en: "This text has at most 5,000 characters.",
      })
      .that(!holdsPesel(programme[field] ?? ""), `elements.${field}`, noPesel);
  return check;
}
