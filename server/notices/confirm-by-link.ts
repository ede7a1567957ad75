// The free places of an organisation are confirmed or corrected, all at once, by the link of a mail (story P18).
import { createUnionType, Field, ID, InputType, Int } from "type-graphql";

import type { Work } from "../events/index.js";
import {
  CapacityInUse,
  CapacityMoved,
  confirmServices,
  ServicesConfirmed,
  setCapacity,
} from "../offer/index.js";
import type { Context } from "../platform/graphql/context.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { actByLink, Outdated } from "./act-by-link.js";
import { LinkDead, LinkOutdated } from "./link-problems.js";
import { OpenedLink } from "./linked.js";
import { MOST_SERVICES } from "./links.reads.js";

@InputType({ description: "The places of a service as the page showed them." })
export class PlacesSeen {
  @Field(() => ID, { description: "Which service." })
  serviceId!: string;

  @Field(() => Int, { description: "The version that was on the page." })
  version!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "Free places where the number is corrected; left out: true as it is.",
  })
  available?: number | null;
}

@InputType({ description: "The answer to how many places are free." })
export class ConfirmByLinkInput {
  @Field(() => String, { description: "Of the link." })
  token!: string;

  @Field(() => [PlacesSeen], { description: "All services of the page." })
  services!: PlacesSeen[];
}

export const ConfirmByLinkPayload = createUnionType({
  name: "ConfirmByLinkPayload",
  description: "Outcome of confirming by link.",
  types: () => [OpenedLink, LinkOutdated, LinkDead, InvalidInput] as const,
});

/** As many as one verb confirms. */
const AT_ONCE = 100;

export async function confirmByLink(
  context: Context,
  { token, services }: ConfirmByLinkInput,
): Promise<typeof ConfirmByLinkPayload> {
  const problem = new InputCheck(context.say)
    .that(
      services.length >= 1 && services.length <= MOST_SERVICES,
      "services",
      {
        pl: `Podaj od 1 do ${String(MOST_SERVICES)} usług.`,
        en: `Give from 1 to ${String(MOST_SERVICES)} services.`,
      },
    )
    .that(
      new Set(services.map(({ serviceId }) => serviceId)).size ===
        services.length,
      "services",
      {
        pl: "Podaj każdą usługę tylko raz.",
        en: "Give each service only once.",
      },
    )
    .that(
      services.every(({ available }) => (available ?? 0) >= 0),
      "services",
      {
        pl: "Wolnych miejsc nie może być mniej niż 0.",
        en: "Free places cannot be fewer than 0.",
      },
    ).problem;
  if (problem) return problem;
  return actByLink(context, token, "CONFIRM_PLACES", "CONFIRMED", (work) =>
    takeAnswer(work, services),
  );
}

async function takeAnswer(
  work: Work,
  services: readonly PlacesSeen[],
): Promise<InvalidInput | Outdated | null> {
  const taken = await takenOf(work, services);
  const isCorrected = ({ serviceId, available }: PlacesSeen) =>
    typeof available === "number" && available !== taken.get(serviceId)?.free;
  for (const place of services.filter(isCorrected)) {
    const outcome = await setCapacity(work, {
      serviceId: place.serviceId,
      total: (taken.get(place.serviceId)?.taken ?? 0) + (place.available ?? 0),
      ifVersion: place.version,
    });
    if (outcome instanceof InvalidInput) return outcome;
    if (outcome instanceof CapacityMoved || outcome instanceof CapacityInUse)
      return new Outdated(outcome.message);
  }
  const rest = services.filter((place) => !isCorrected(place));
  for (let from = 0; from < rest.length; from += AT_ONCE) {
    const outcome = await confirmServices(work, {
      services: rest.slice(from, from + AT_ONCE),
    });
    if (!(outcome instanceof ServicesConfirmed)) return outcome;
    if (outcome.moved.length > 0)
      return new Outdated(
        work.say({
          pl: "W tym czasie zmieniły się liczby. Zobacz, jakie są teraz, i potwierdź jeszcze raz.",
          en: "Numbers have changed meanwhile. See what they are now, and confirm once more.",
        }),
      );
  }
  return null;
}

/** Locked in the order of the ids, as everybody locks them. */
async function takenOf(
  work: Work,
  services: readonly PlacesSeen[],
): Promise<Map<string, { taken: number; free: number }>> {
  const ids = new Map(
    services.map(({ serviceId }) => [
      fromGlobalId("Service", serviceId),
      serviceId,
    ]),
  );
  const rows = await work.rows<{ id: string; taken: number; free: number }>(
    `select service_id as id, occupied + reserved as taken, total - occupied - reserved as free from capacity
     where centre_id = $1 and service_id = any($2) order by service_id for update`,
    [work.centreId, [...ids.keys()]],
  );
  return new Map(
    rows.map(({ id, taken, free }) => [ids.get(id) ?? "", { taken, free }]),
  );
}
