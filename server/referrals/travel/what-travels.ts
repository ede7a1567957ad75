// What of a person travels with a referral: within the limit, on a basis, and nothing that holds nothing; the preview and the sending ask here.
import {
  checkWords,
  type DisclosureBasis,
  fieldsFor,
  isRestricted,
  lowestLevelFor,
  NO_BASIS,
  NO_WORDS,
  type OpenedPerson,
  openPerson,
  type ReferralScope,
  type ReferralWords,
  restrictedLimit,
  tell,
  type TravelLimit,
} from "../../cases/index.js";
import type { Work } from "../../events/index.js";
import type { Service } from "../../offer/index.js";
import { reachesLevel } from "../../partners/index.js";
import {
  denied,
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../../platform/graphql/problem.js";
import { isSensitive, type PersonalDataField } from "../../programmes/index.js";
import { BasisMissing } from "../referral-problems.js";
import type { SendReferralInput } from "../send-referral-input.js";
import { basisFor } from "./basis-for.js";

type Asked = Pick<
  SendReferralInput,
  | "disclosureLevel"
  | "levelReason"
  | "goal"
  | "sensitive"
  | "vitalInterest"
  | "priority"
>;

export interface Travel extends OpenedPerson {
  caseId: string;
  basis: DisclosureBasis;
  /** Begun with this referral, on nobody's word. */
  isEmergency: boolean;
  scope: Pick<ReferralScope, "fields" | "reasons" | "raisedFor">;
  words: ReferralWords;
}

/** @returns null where only a number travels */
export async function whatTravels(
  work: Work,
  service: Service,
  asked: Asked,
  caseId: string | null,
  ofService: TravelLimit,
): Promise<Travel | null | BasisMissing | InvalidInput> {
  const { disclosureLevel: level } = asked;
  const untimely = outOfPlace(work, asked);
  if (untimely) return untimely;
  if (level === "L0_TOKEN") return null;
  const limit =
    caseId && (await isRestricted(work, caseId)) ? restrictedLimit : ofService;
  if (!reachesLevel(level, limit.highest))
    return denied(new BasisMissing(work.say(limit.words ?? NO_BASIS)));
  const found = caseId
    ? await basisFor(work, service, asked, caseId, limit)
    : null;
  if (!caseId || !found) return denied(new BasisMissing(work.say(NO_BASIS)));
  const person = await openPerson(work, caseId);
  if (!person)
    return unknownNoun(work.say, "caseId", {
      pl: "W tej sprawie nie ma danych osoby. Wpisz je najpierw albo wyślij tylko numer.",
      en: "Nothing is kept of who the person of this case is. Write it first, or send only a number.",
    });
  const allowed = fieldsFor(level, limit, found.basis);
  const problem = faults(work, service, asked, { limit, allowed, person });
  if (problem) return problem;
  const words: ReferralWords = {
    goal: asked.goal?.trim() || null,
    sensitive: Object.fromEntries(
      (asked.sensitive ?? []).map(({ field, value }) => [field, value.trim()]),
    ),
  };
  const reasons = Object.fromEntries(
    (asked.sensitive ?? []).map(({ field, reason }) => [field, reason]),
  );
  const told = tell(
    { fields: oneBirth(allowed, person), reasons },
    person.identity,
    words,
  );
  return {
    ...person,
    ...found,
    caseId,
    words: words.goal || asked.sensitive?.length ? words : NO_WORDS,
    scope: {
      fields: told.map(({ field }) => field),
      reasons,
      raisedFor: asked.levelReason ?? null,
    },
  };
}

/** The day where the programme names it and it is known, else the year; never both. */
function oneBirth(
  fields: readonly PersonalDataField[],
  { identity }: OpenedPerson,
): PersonalDataField[] {
  const isDayKnown = (identity.born ?? "").length > 4;
  const left =
    fields.includes("BIRTH_DATE") && isDayKnown ? "BIRTH_YEAR" : "BIRTH_DATE";
  return fields.filter((field) => field !== left);
}

/** What was given though it does not belong to this level or priority. */
function outOfPlace(work: Work, asked: Asked): InvalidInput | null {
  const { disclosureLevel: level } = asked;
  return new InputCheck(work.say)
    .that(
      !asked.goal?.trim() ||
        level === "L2_IDENTITY" ||
        level === "L3_SENSITIVE",
      "goal",
      {
        pl: "Przy tym zakresie nie wysyła się celu usługi.",
        en: "At this level no goal is sent.",
      },
    )
    .that(!asked.sensitive?.length || level === "L3_SENSITIVE", "sensitive", {
      pl: "Przy tym zakresie nie wysyła się danych wrażliwych.",
      en: "At this level nothing sensitive is sent.",
    })
    .that(
      !asked.vitalInterest ||
        (asked.priority === "EMERGENCY" && level === "L1_CONTACT"),
      "vitalInterest",
      {
        pl: "Bez podstawy można wysłać tylko nagłe skierowanie, z imieniem i kontaktem.",
        en: "Only an emergency goes without a basis, with a first name and a contact.",
      },
    ).problem;
}

const LONGEST_WORDS = 120;

function faults(
  work: Work,
  service: Service,
  asked: Asked,
  found: {
    limit: TravelLimit;
    allowed: readonly PersonalDataField[];
    person: OpenedPerson;
  },
): InvalidInput | null {
  const { disclosureLevel: level } = asked;
  const { limit, allowed, person } = found;
  const sensitive = asked.sensitive ?? [];
  const check = new InputCheck(work.say)
    .that(
      reachesLevel(level, lowestLevelFor(service, limit.highest)) ||
        Boolean(asked.levelReason),
      "levelReason",
      {
        pl: "Wybierz, dlaczego usługodawca potrzebuje więcej danych.",
        en: "Say why the provider needs more.",
      },
    )
    .that(level !== "L3_SENSITIVE" || sensitive.length > 0, "sensitive", {
      pl: "Zaznacz, które dane wrażliwe wysyłasz, albo wybierz mniejszy zakres.",
      en: "Tick what is sent, or choose a lower level.",
    })
    .that(
      new Set(sensitive.map(({ field }) => field)).size === sensitive.length,
      "sensitive",
      { pl: "Każdą daną podaj raz.", en: "Give each of them once." },
    )
    .that(!asked.goal?.trim() || allowed.includes("SERVICE_GOAL"), "goal", {
      pl: "Zgoda, umowa albo program nie pozwala przekazać celu usługi.",
      en: "The basis, the agreement or the programme lets no goal travel.",
    });
  words(check, "goal", asked.goal?.trim() ?? "", person);
  for (const [nth, { field, value, reason }] of sensitive.entries()) {
    const path = `sensitive.${String(nth)}`;
    check
      .that(isSensitive(field) && allowed.includes(field), `${path}.field`, {
        pl: "Zgoda, umowa albo program nie pozwala przekazać tej danej.",
        en: "The basis, the agreement or the programme does not let this travel.",
      })
      .that(value.trim() !== "", `${path}.value`, {
        pl: "Wpisz, co ma zobaczyć usługodawca.",
        en: "Write what the provider shall see.",
      })
      .that(Boolean(reason), `${path}.reason`, {
        pl: "Wybierz, dlaczego usługodawca tego potrzebuje.",
        en: "Say why the provider needs it.",
      });
    words(check, `${path}.value`, value.trim(), person);
  }
  return check.problem;
}

/** Short, without anybody's number, and without her own name. */
function words(
  check: InputCheck,
  path: string,
  text: string,
  { identity }: OpenedPerson,
): void {
  checkWords(
    check.that(text.length <= LONGEST_WORDS, path, {
      pl: `Napisz najwyżej tyle znaków: ${String(LONGEST_WORDS)}.`,
      en: `At most ${String(LONGEST_WORDS)} characters.`,
    }),
    path,
    text,
    identity,
  );
}
