// Reads of the desk's clocks: requests and breaches, the open ones that are due first.
import { In, IsNull, Not } from "typeorm";

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
  return context.reads.ask(async (manager) => {
    const requests = manager.getRepository(ResidentRequest);
    return [
      ...(await requests.find({
        where: { centreId, state: "OPEN" },
        order: { dueOn: "ASC", number: "ASC" },
        take: MOST,
      })),
      ...(await requests.find({
        where: { centreId, state: Not("OPEN") },
        order: { number: "DESC" },
        take: MOST,
      })),
    ];
  });
}

export async function breachesOfCentre(context: Context): Promise<Breach[]> {
  const centreId = placeOf(context);
  if (!centreId) return [];
  return context.reads.ask(async (manager) => {
    const breaches = manager.getRepository(Breach);
    return [
      ...(await breaches.find({
        where: { centreId, decidedAt: IsNull() },
        order: { foundAt: "ASC", number: "ASC" },
        take: MOST,
      })),
      ...(await breaches.find({
        where: { centreId, decidedAt: Not(IsNull()) },
        order: { number: "DESC" },
        take: MOST,
      })),
    ];
  });
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
