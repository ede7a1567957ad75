// The answer where no place is free for this one: with where else there is one.
import { ObjectType } from "type-graphql";

import { Problem } from "../platform/graphql/problem.js";
import type { ServiceArea } from "./service-kind.js";

@ObjectType({
  implements: Problem,
  description:
    "No place is free, or every free one is owed to who waits. Nothing was changed.",
})
export class NoFreePlace extends Problem {
  constructor(
    message: string,
    /** What was wanted where. */
    readonly wanted: { serviceId: string; area: ServiceArea; units: number },
  ) {
    super(message);
  }
}
