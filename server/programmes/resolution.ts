// The resolution of the council that a programme, or a change of it, rests on.
import { Field, InputType } from "type-graphql";

import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import { InputCheck } from "../platform/graphql/problem.js";
import { Day } from "../platform/graphql/scalars.js";
import type { Programme } from "./programme.js";

@InputType({ description: "A resolution of the council." })
export class ResolutionInput {
  @Field(() => String, { description: "Its number, 1 to 60 characters." })
  number!: string;

  @Field(() => Day, { description: "Its day, not in the future." })
  on!: string;
}

export function resolutionFaults(
  work: Work,
  { number, on }: ResolutionInput,
): InputCheck {
  const length = number.trim().length;
  return new InputCheck(work.say)
    .that(length >= 1 && length <= 60, "resolution.number", {
      pl: "Numer uchwały ma mieć od 1 do 60 znaków.",
      en: "The number of a resolution has from 1 to 60 characters.",
    })
    .that(on <= localDate(work.now), "resolution.on", {
      pl: "Data uchwały nie może być z przyszłości.",
      en: "The day of a resolution cannot be in the future.",
    });
}

export function restOn(
  programme: Programme,
  { number, on }: ResolutionInput,
): void {
  programme.resolutionNumber = number.trim();
  programme.resolutionOn = on;
}
