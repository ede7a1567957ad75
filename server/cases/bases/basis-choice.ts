// What the forms show before anything is recorded or sent: how much may be asked for, and how much may travel now.
import { Field, ObjectType } from "type-graphql";

import { DisclosureLevel, reachesLevel } from "../../partners/index.js";
import type { Say, Words } from "../../platform/graphql/words.js";
import {
  fieldsOfLevel,
  isSensitive,
  PersonalDataField,
} from "../../programmes/index.js";
import { BasisKind } from "./basis-kind.js";
import { BasisText, basisText } from "./basis-text.js";
import { DataController } from "./data-controller.js";
import type { DisclosureBasis } from "./disclosure-basis.js";
import { lowestLevelFor, type TravelLimit } from "./travel-limits.js";

@ObjectType({
  description: "What a basis for a partner, or one service of it, may hold.",
})
export class BasisChoice {
  @Field(() => DisclosureLevel, {
    description: "How much the agreement and the programme let travel.",
  })
  highestLevel!: DisclosureLevel;

  @Field(() => String, {
    nullable: true,
    description: "Why no more; null where everything may.",
  })
  limitText!: string | null;

  @Field(() => [PersonalDataField], { description: "Which fields may." })
  fields!: readonly PersonalDataField[];

  @Field(() => [BasisKind], { description: "Which kinds fit its agreement." })
  kinds!: BasisKind[];

  @Field(() => [BasisText], {
    description: "The newest text to show, for each of these kinds.",
  })
  texts!: BasisText[];

  @Field(() => DataController, {
    nullable: true,
    description: "Who answers for her data, as the sheet to sign says it.",
  })
  controller!: DataController | null;
}

export function textFor(
  say: Say,
  version: string | null,
  kind: BasisKind,
): BasisText | null {
  const found = kind === "VITAL_INTEREST" ? null : basisText(version, kind);
  return (
    found &&
    Object.assign(new BasisText(), {
      kind,
      version: found.version,
      paragraphs: found.paragraphs.map(say),
    } satisfies BasisText)
  );
}

export function basisChoice(
  say: Say,
  { highest, words, fields, dataRole }: TravelLimit,
  controller: DataController | null,
): BasisChoice {
  const kinds: BasisKind[] = [
    "CONSENT",
    "STATUTORY_TASK",
    ...(dataRole === "PROCESSOR" ? (["CONTRACT_PROCESSOR"] as const) : []),
  ];
  return Object.assign(new BasisChoice(), {
    highestLevel: highest,
    limitText: words && say(words),
    fields,
    kinds,
    texts: kinds.flatMap((kind) => textFor(say, null, kind) ?? []),
    controller,
  } satisfies BasisChoice);
}

@ObjectType({ description: "One level at which a referral may be sent." })
export class TravelOption {
  @Field(() => DisclosureLevel, { description: "Which level." })
  level!: DisclosureLevel;

  @Field(() => String, {
    nullable: true,
    description: "Why it cannot be chosen now; null: it can.",
  })
  obstacleText!: string | null;

  @Field(() => Boolean, {
    description: "Only a basis is missing, which can be recorded.",
  })
  isBasisMissing!: boolean;

  @Field(() => BasisKind, {
    nullable: true,
    description:
      "What of the person would go on; null: nothing that asks for one, or there is none.",
  })
  basisKind!: BasisKind | null;

  @Field(() => Date, {
    nullable: true,
    description:
      "Until when that basis works; null: without an end, or there is none.",
  })
  basisValidTo!: Date | null;

  @Field(() => Boolean, { description: "Choosing it asks for a reason." })
  needsReason!: boolean;

  @Field(() => [PersonalDataField], {
    description: "What then travels, where something is kept of it.",
  })
  fields!: PersonalDataField[];

  @Field(() => [PersonalDataField], {
    description: "What may be ticked one by one.",
  })
  sensitiveFields!: PersonalDataField[];
}

@ObjectType({
  description: "How much of a case may travel to one service now.",
})
export class TravelChoice {
  @Field(() => DisclosureLevel, {
    description: "The lowest that lets the service get in touch.",
  })
  defaultLevel!: DisclosureLevel;

  @Field(() => [TravelOption], { description: "The levels, lowest first." })
  options!: TravelOption[];
}

export const NO_BASIS: Words = {
  pl: "Brakuje podstawy na ten zakres, na przykład zgody. Zapisz ją albo wyślij tylko numer.",
  en: "There is no basis for so much. Record one, or send only a number.",
};

/** A programme that lets sensitive things travel may still name none of them. */
const NOTHING_SENSITIVE: Words = {
  pl: "Program tej usługi nie wymienia żadnych danych wrażliwych, więc nie mogą tam pójść.",
  en: "The programme of this service names nothing sensitive, so that none of it may go there.",
};

/** What the limit and the basis both let travel at a level. */
export function fieldsFor(
  level: DisclosureLevel,
  limit: Pick<TravelLimit, "fields">,
  basis: Pick<TravelLimit, "fields">,
): PersonalDataField[] {
  return fieldsOfLevel(level).filter(
    (field) => limit.fields.includes(field) && basis.fields.includes(field),
  );
}

/** @param widest the widest working basis that reaches a level; null: none does */
export function travelChoice(
  say: Say,
  service: Parameters<typeof lowestLevelFor>[0],
  limit: TravelLimit,
  widest: (level: DisclosureLevel) => DisclosureBasis | null,
): TravelChoice {
  const lowest = lowestLevelFor(service, limit.highest);
  const options = Object.values(DisclosureLevel).map((level) => {
    const basis = widest(level);
    const hasAny =
      level !== "L3_SENSITIVE" || limit.fields.some((one) => isSensitive(one));
    const isWithin = hasAny && reachesLevel(level, limit.highest);
    const fields = isWithin && basis ? fieldsFor(level, limit, basis) : [];
    const obstacle = !isWithin
      ? (limit.words ?? NOTHING_SENSITIVE)
      : level === "L0_TOKEN" || basis
        ? null
        : NO_BASIS;
    const on = isWithin && level !== "L0_TOKEN" ? basis : null;
    return Object.assign(new TravelOption(), {
      level,
      basisKind: on?.basis ?? null,
      basisValidTo: on?.validTo ?? null,
      obstacleText: obstacle && say(obstacle),
      isBasisMissing: isWithin && obstacle !== null,
      needsReason: !reachesLevel(level, lowest),
      fields: fields.filter((field) => !isSensitive(field)),
      sensitiveFields: fields.filter(isSensitive),
    } satisfies TravelOption);
  });
  const isFree = (level: DisclosureLevel) =>
    options.some((one) => one.level === level && !one.obstacleText);
  return Object.assign(new TravelChoice(), {
    defaultLevel: isFree(lowest) ? lowest : "L0_TOKEN",
    options,
  } satisfies TravelChoice);
}
