// What a contact person says of herself, or somebody who keeps her organisation's contacts for her: willing, and away.
import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { addDays, localDate } from "../platform/calendar.js";
import { holdsPesel, noPesel } from "../platform/free-text.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import type {
  ChangeContactPersonPayload,
  ConfirmContactWillingInput,
  SetContactAbsenceInput,
} from "./contact-input.js";
import { ContactPerson } from "./contact-person.js";
import {
  colleagueOf,
  findContact,
  isHerself,
  saveContact,
} from "./find-contact.js";
import { contactPersonPolicy } from "./partners.policy.js";

/** Longer than this nobody is away: somebody else is the contact. */
const LONGEST = 400;

export async function setContactAbsence(
  work: Work,
  input: SetContactAbsenceInput,
): Promise<typeof ChangeContactPersonPayload> {
  const person = await findContact(work, input, "speak");
  if (!(person instanceof ContactPerson)) return person;
  const from = input.from ?? null;
  const to = input.to ?? null;
  const problem = faultsOfAbsence(work, from, to);
  if (problem) return problem;
  let substituteId: string | null = null;
  if (from && to && input.substituteId) {
    const substitute = await colleagueOf(
      work,
      person,
      input.substituteId,
      "substituteId",
    );
    if (substitute instanceof InvalidInput) return substitute;
    const { awayFrom, awayTo } = substitute;
    const isHere = !awayFrom || !awayTo || awayTo < from || awayFrom > to;
    const absent = new InputCheck(work.say).that(isHere, "substituteId", {
      pl: "W tych dniach tej osoby też nie ma. Wybierz kogoś innego.",
      en: "She is away in these days as well. Choose somebody else.",
    }).problem;
    if (absent) return absent;
    substituteId = substitute.id;
  }
  return saveContact(
    work,
    person,
    "ContactAbsenceSet",
    { awayFrom: from, awayTo: to, substituteId },
    { away: from !== null },
  );
}

function faultsOfAbsence(
  work: Work,
  from: string | null,
  to: string | null,
): InvalidInput | null {
  const today = localDate(work.now);
  return new InputCheck(work.say)
    .that((from === null) === (to === null), from ? "to" : "from", {
      pl: "Podaj pierwszy i ostatni dzień.",
      en: "Give the first and the last day.",
    })
    .that(!from || !to || from <= to, "to", {
      pl: "Ostatni dzień nie może być przed pierwszym.",
      en: "The last day cannot lie before the first.",
    })
    .that(!to || to >= today, "to", {
      pl: "Ta nieobecność już minęła.",
      en: "This absence is over.",
    })
    .that(!to || to <= addDays(today, LONGEST), "to", {
      pl: "To za długo. Wskaż inną osobę do kontaktu.",
      en: "This is too long. Name another contact person.",
    }).problem;
}

/** She herself, signed in; or the hub, which says how it learnt it. Nobody else speaks for her. */
export async function confirmContactWilling(
  work: Work,
  input: ConfirmContactWillingInput,
): Promise<typeof ChangeContactPersonPayload> {
  const person = await findContact(work, input, "speak");
  if (!(person instanceof ContactPerson)) return person;
  if (await isHerself(work, person))
    return saveContact(
      work,
      person,
      "ContactWillingConfirmed",
      {
        willingConfirmedAt: work.now,
        willingConfirmedBy: "HERSELF",
        willingNote: null,
      },
      { by: "HERSELF" },
    );
  authorize(work, contactPersonPolicy.noteWilling, person);
  const how = input.how?.trim() ?? "";
  const problem = new InputCheck(work.say)
    .that(how.length >= 3 && how.length <= 200, "how", {
      pl: "Napisz, skąd to wiesz, na przykład: rozmowa 24 listopada (3–200 znaków).",
      en: "Say how you know, e.g.: a talk on 24 November (3 to 200 characters).",
    })
    .that(!holdsPesel(how), "how", noPesel).problem;
  if (problem) return problem;
  return saveContact(
    work,
    person,
    "ContactWillingConfirmed",
    {
      willingConfirmedAt: work.now,
      willingConfirmedBy: "HUB",
      willingNote: how,
    },
    { by: "HUB" },
  );
}
