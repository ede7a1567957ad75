// Before a network rests or is closed, no meeting of it is left planned: each was held, or is called off.
import type { Work } from "../events/index.js";
import type { Network } from "../partnership/index.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { unknownNoun } from "../platform/graphql/problem.js";
import { Meeting } from "./meeting.js";

export async function meetingsBeforeStopping(
  work: Work,
  { centreId, id: networkId }: Network,
): Promise<InvalidInput | null> {
  const planned = await work.manager.getRepository(Meeting).find({
    where: { centreId, networkId, status: "PLANNED" },
    order: { startsAt: "ASC", id: "ASC" },
    take: 5,
  });
  const titles = planned.map(({ title }) => `„${title}”`).join(", ");
  return planned.length === 0
    ? null
    : unknownNoun(work.say, "change", {
        pl: `Najpierw odwołaj zaplanowane spotkania albo zapisz, kto był: ${titles}.`,
        en: `First call off the meetings that are planned, or say who was there: ${titles}.`,
      });
}
