// The organiser names a town or village of the centre; the same name twice is one place.
import { randomUUID } from "node:crypto";

import { createUnionType, Field, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize, signedIn } from "../identity/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { CentrePlace } from "./centre-place.js";
import { needPolicy } from "./needs.policy.js";

/** Nobody has more towns and villages. */
const MOST = 200;

@InputType({ description: "A town or village of the centre." })
export class NamePlaceInput {
  @Field(() => String, { description: "From 2 to 60 characters, no digits." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Its number in SIMC, 7 digits.",
  })
  simc?: string | null;
}

export const NamePlacePayload = createUnionType({
  name: "NamePlacePayload",
  description: "Outcome of naming a place.",
  types: () => [CentrePlace, InvalidInput] as const,
});

export async function namePlace(
  work: Work,
  input: NamePlaceInput,
): Promise<typeof NamePlacePayload> {
  signedIn(work);
  const { centreId } = work;
  authorize(work, needPolicy.namePlace, { centreId });
  const name = input.name.trim().replace(/\s+/g, " ");
  const simc = input.simc?.trim() || null;
  const places = work.manager.getRepository(CentrePlace);
  const known = await places.countBy({ centreId });
  const { problem } = new InputCheck(work.say)
    .that(/^[\p{L}][\p{L} .’'-]{1,59}$/u.test(name), "name", {
      pl: "Wpisz nazwę miejscowości: od 2 do 60 liter.",
      en: "Give the name of the place: from 2 to 60 letters.",
    })
    .that(simc === null || /^\d{7}$/.test(simc), "simc", {
      pl: "Numer SIMC ma 7 cyfr.",
      en: "A SIMC number has 7 digits.",
    })
    .that(known < MOST, "name", {
      pl: "Jest już 200 miejscowości, więcej się nie zmieści.",
      en: "There are 200 places already, and room for no more.",
    });
  if (problem) return problem;
  const made = Object.assign(new CentrePlace(), {
    centreId,
    id: randomUUID(),
    name,
    simc,
  } satisfies Partial<CentrePlace>);
  const written = await work.rows(
    `insert into centre_place (centre_id, id, name, simc) values ($1, $2, $3, $4)
     on conflict (centre_id, lower(name)) do nothing returning id`,
    [centreId, made.id, name, simc],
  );
  if (written.length === 0) return placeOfName(work, name);
  work.record({
    type: "NeedPlaceNamed",
    topic: "NETWORK",
    subjectId: made.id,
    facts: {},
  });
  return made;
}

async function placeOfName(work: Work, name: string): Promise<CentrePlace> {
  const same = name.toLowerCase();
  const places = await work.manager
    .getRepository(CentrePlace)
    .findBy({ centreId: work.centreId });
  const place = places.find((one) => one.name.toLowerCase() === same);
  if (!place) throw new Error("a place of this name is not to be read");
  return place;
}

/** null: the whole area of the centre. */
export async function findPlace(
  work: Work,
  placeId: string | null | undefined,
): Promise<CentrePlace | null | InvalidInput> {
  if (!placeId) return null;
  const place = await work.manager.getRepository(CentrePlace).findOneBy({
    centreId: work.centreId,
    id: fromGlobalId("CentrePlace", placeId),
  });
  return (
    place ??
    unknownNoun(work.say, "placeId", {
      pl: "Nie ma takiej miejscowości.",
      en: "There is no such place.",
    })
  );
}
