// Reads of the desk's clocks: requests and breaches, the open ones that are due first.
import { In } from "typeorm";

import type { Context } from "../../platform/graphql/context.js";
import { grouped, loader } from "../../platform/graphql/loader.js";
import { holds } from "../../platform/permission/allows.js";
import { protectionPolicy } from "../protection.policy.js";
import { Breach, BreachStep, MOST_STEPS } from "./breach.js";
import { ResidentRequest } from "./resident-request.js";

const MOST = 200;

function placeOf({ actor }: Context): string | null {
  const { centreId } = actor;
  return centreId && holds(protectionPolicy.read, actor, { centreId })
    ? centreId
    : null;
}

/** Whatever is open stands here, however many came after it. */
export async function requestsOfCentre(
  context: Context,
): Promise<ResidentRequest[]> {
  const centreId = placeOf(context);
  if (!centreId) return [];
  return context.reads.ask((manager) =>
    manager
      .createQueryBuilder(ResidentRequest, "r")
      .where({ centreId })
      .orderBy("r.state <> 'OPEN'")
      .addOrderBy("case when r.state = 'OPEN' then r.due_on end")
      .addOrderBy("case when r.state = 'OPEN' then r.number end")
      .addOrderBy("r.number", "DESC")
      .limit(MOST)
      .getMany(),
  );
}

export async function breachesOfCentre(context: Context): Promise<Breach[]> {
  const centreId = placeOf(context);
  if (!centreId) return [];
  return context.reads.ask((manager) =>
    manager
      .createQueryBuilder(Breach, "b")
      .where({ centreId })
      .orderBy("b.decided_at is not null")
      .addOrderBy("case when b.decided_at is null then b.found_at end")
      .addOrderBy("b.number", "DESC")
      .limit(MOST)
      .getMany(),
  );
}

export const stepsOfBreach = loader<number, BreachStep[]>(
  async (context, numbers) => {
    const centreId = placeOf(context);
    if (!centreId) return numbers.map(() => []);
    const steps = await context.reads.ask((manager) =>
      manager.getRepository(BreachStep).find({
        where: { centreId, number: In([...numbers]) },
        order: { number: "ASC", nth: "ASC" },
        take: numbers.length * MOST_STEPS,
      }),
    );
    return grouped(numbers, steps, ({ number }) => number);
  },
);
