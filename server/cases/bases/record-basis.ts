// A coordinator records on what a partner may be told more than a number about one case of hers.
import { randomUUID } from "node:crypto";

import { DateTime } from "luxon";
import { createUnionType, Field, ID, InputType } from "type-graphql";

import type { Work } from "../../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../../events/index.js";
import { Partner, reachesLevel } from "../../partners/index.js";
import { DisclosureLevel } from "../../partners/index.js";
import {
  addDays,
  addMonths,
  localDate,
  ZONE,
} from "../../platform/calendar.js";
import { fromGlobalId } from "../../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../../platform/graphql/problem.js";
import { Day } from "../../platform/graphql/scalars.js";
import { fieldsOfLevel, PersonalDataField } from "../../programmes/index.js";
import { Case } from "../case.js";
import { lockOwnCase } from "../find-case.js";
import { lookAnew } from "../travel/look-anew.js";
import { BasisForm, BasisGiver, BasisKind } from "./basis-kind.js";
import { isTextVersion } from "./basis-text.js";
import { DisclosureBasis } from "./disclosure-basis.js";
import { limitWithin } from "./limit-of-partner.js";
import type { TravelLimit } from "./travel-limits.js";

@InputType({ description: "On what a partner may be told more of a case." })
export class RecordBasisInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Which case." })
  caseId!: string;

  @Field(() => ID, { description: "Which partner may be told." })
  partnerId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "For this service of it; left out: for each.",
  })
  serviceId?: string | null;

  @Field(() => BasisKind, { description: "Which it is." })
  kind!: BasisKind;

  @Field(() => DisclosureLevel, { description: "How much at most." })
  highestLevel!: DisclosureLevel;

  @Field(() => [PersonalDataField], { description: "Which fields." })
  fields!: PersonalDataField[];

  @Field(() => BasisGiver, { description: "Who gave it, or was told." })
  givenBy!: BasisGiver;

  @Field(() => BasisForm, { description: "How it was given." })
  form!: BasisForm;

  @Field(() => String, { description: "Which text was shown." })
  textVersion!: string;

  @Field(() => Day, { description: "Its first day." })
  validFrom!: string;

  @Field(() => Day, { description: "Its last day." })
  validTo!: string;
}

export const RecordBasisPayload = createUnionType({
  name: "RecordBasisPayload",
  description: "Outcome of recording a basis.",
  types: () => [DisclosureBasis, RequestKeyReused, InvalidInput] as const,
});

const LONGEST_MONTHS = 24;

export async function recordBasis(
  work: Work,
  input: RecordBasisInput,
): Promise<typeof RecordBasisPayload> {
  const means = { action: "UPDATE", change: "BasisRecorded" } as const;
  const found = await lockOwnCase(work, input.caseId, means);
  if (!(found instanceof Case)) return found;
  const problem = faults(work, input);
  if (problem) return problem;
  const id = randomUUID();
  const taken = await takeRequestKey(
    work,
    "recordBasis",
    input.requestKey,
    input,
    id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  const bases = work.manager.getRepository(DisclosureBasis);
  const { centreId } = work;
  if (taken.repeats)
    return bases.findOneByOrFail({ centreId, id: taken.repeats });
  if (!found.isOpen)
    return unknownNoun(work.say, "caseId", {
      pl: "Ta sprawa jest zamknięta. Otwórz ją ponownie.",
      en: "This case is closed. Open it again.",
    });
  const partnerId = fromGlobalId("Partner", input.partnerId);
  const serviceId = input.serviceId
    ? fromGlobalId("Service", input.serviceId)
    : null;
  if (
    !(await work.manager
      .getRepository(Partner)
      .existsBy({ centreId, id: partnerId }))
  )
    return unknownNoun(work.say, "partnerId", {
      pl: "Nie ma takiej organizacji.",
      en: "There is no such organisation.",
    });
  const limit = await limitWithin(work, { partnerId, serviceId });
  if (!limit)
    return unknownNoun(work.say, "serviceId", {
      pl: "Ta organizacja nie ma takiej usługi dla mieszkańców.",
      en: "This organisation has no such service for residents.",
    });
  const beyond = beyondLimit(work, input, limit);
  if (beyond) return beyond;
  const basis = Object.assign(new DisclosureBasis(), {
    centreId,
    id,
    caseId: found.id,
    partnerId,
    serviceId,
    maxLevel: input.highestLevel,
    fields: fieldsOfLevel(input.highestLevel).filter((field) =>
      input.fields.includes(field),
    ),
    basis: input.kind,
    givenBy: input.givenBy,
    form: input.form,
    textVersion: input.textVersion,
    givenAt: startOf(input.validFrom),
    validTo: startOf(addDays(input.validTo, 1)),
    revokedAt: null,
    endedBy: null,
    recordedAt: work.now,
    note: null,
    noteDueAt: null,
  } satisfies Partial<DisclosureBasis>);
  await bases.insert(basis);
  await lookAnew(work, basis);
  work.touch({
    ...means,
    noun: "Case",
    subjectId: found.id,
    fields: basis.fields,
  });
  return basis;
}

function startOf(day: string): Date {
  return DateTime.fromISO(day, { zone: ZONE }).toJSDate();
}

function faults(work: Work, input: RecordBasisInput): InvalidInput | null {
  const today = localDate(work.now);
  const { validFrom, validTo, fields, highestLevel: level } = input;
  const least = ["FIRST_NAME", "CONTACT_CHANNEL"] as const;
  return new InputCheck(work.say)
    .key(input.requestKey)
    .that(input.kind !== "VITAL_INTEREST", "kind", {
      pl: "Zagrożenie życia zaznaczasz przy wysyłaniu nagłego skierowania.",
      en: "Danger to life is marked when an emergency is sent.",
    })
    .that(level !== "L0_TOKEN", "highestLevel", {
      pl: "Sam numer nie potrzebuje podstawy.",
      en: "A number alone needs no basis.",
    })
    .that(
      level === "L0_TOKEN" || least.every((field) => fields.includes(field)),
      "fields",
      {
        pl: "Bez imienia i kontaktu usługodawca nie umówi się z tą osobą.",
        en: "Without a name and a contact the provider cannot get in touch.",
      },
    )
    .that(isTextVersion(input.textVersion), "textVersion", {
      pl: "Nie ma takiej wersji tekstu.",
      en: "There is no such version of the text.",
    })
    .that(
      validFrom <= addMonths(today, LONGEST_MONTHS) &&
        validFrom >= addMonths(today, -LONGEST_MONTHS),
      "validFrom",
      {
        pl: "Podaj dzień nie dalej niż dwa lata stąd.",
        en: "Give a day not further than two years from here.",
      },
    )
    .that(validTo >= validFrom && validTo >= today, "validTo", {
      pl: "Ostatni dzień nie może być wcześniejszy niż pierwszy ani przeszły.",
      en: "The last day is neither before the first nor past.",
    })
    .that(validTo <= addMonths(validFrom, LONGEST_MONTHS), "validTo", {
      pl: "Najwyżej na dwa lata. Potem zapytaj tę osobę jeszcze raz.",
      en: "For two years at most. Then ask the person again.",
    }).problem;
}

/** Nothing is recorded that sending would then refuse. */
function beyondLimit(
  { say }: Work,
  { highestLevel, fields, kind }: RecordBasisInput,
  limit: TravelLimit,
): InvalidInput | null {
  const ofLevel = fieldsOfLevel(highestLevel);
  return new InputCheck(say)
    .that(
      reachesLevel(highestLevel, limit.highest),
      "highestLevel",
      limit.words ?? {
        pl: "Na tyle danych nie pozwala umowa.",
        en: "The agreement does not let so much travel.",
      },
    )
    .that(
      fields.every(
        (field) => ofLevel.includes(field) && limit.fields.includes(field),
      ),
      "fields",
      {
        pl: "Wybierz tylko dane, na które pozwala ten zakres, umowa i program.",
        en: "Choose only what this level, the agreement and the programme let travel.",
      },
    )
    .that(
      kind !== "CONTRACT_PROCESSOR" || limit.dataRole === "PROCESSOR",
      "kind",
      {
        pl: "Ta organizacja nie działa na zlecenie centrum: jej umowa nie powierza danych.",
        en: "This organisation does not act for the centre: its agreement entrusts no data.",
      },
    ).problem;
}
