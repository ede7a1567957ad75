// Reads of the desk's clocks: requests and breaches, the open ones that are due first.
import type { Context } from "../../platform/graphql/context.js";
import { grouped, loader } from "../../platform/graphql/loader.js";
import { holds } from "../../platform/permission/allows.js";
import { protectionPolicy } from "../protection.policy.js";
import { Breach, BreachStep } from "./breach.js";
import { ResidentRequest } from "./resident-request.js";

const MOST = 200;

function placeOf({ actor }: Context): string | null {
  const { centreId } = actor;
  return centreId && holds(protectionPolicy.read, actor, { centreId })
    ? centreId
    : null;
}

export async function requestsOfCentre(
  context: Context,
): Promise<ResidentRequest[]> {
  const centreId = placeOf(context);
  if (!centreId) return [];
  const found = await context.reads.ask((manager) =>
    manager.getRepository(ResidentRequest).find({
      where: { centreId },
      order: { number: "DESC" },
      take: MOST,
    }),
  );
  const isOpen = ({ state }: ResidentRequest) => state === "OPEN";
  return [
    ...found.filter(isOpen).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    ...found.filter((one) => !isOpen(one)),
  ];
}

export async function breachesOfCentre(context: Context): Promise<Breach[]> {
  const centreId = placeOf(context);
  if (!centreId) return [];
  const found = await context.reads.ask((manager) =>
    manager.getRepository(Breach).find({
      where: { centreId },
      order: { number: "DESC" },
      take: MOST,
    }),
  );
  return found.toSorted(
    (a, b) => Number(a.decidedAt !== null) - Number(b.decidedAt !== null),
  );
}

export const stepsOfBreach = loader<number, BreachStep[]>(
  async (context, numbers) => {
    const centreId = placeOf(context);
    if (!centreId) return numbers.map(() => []);
    const steps = await context.reads.ask((manager) =>
      manager.getRepository(BreachStep).find({
        where: { centreId },
        order: { nth: "ASC" },
        take: 5_000,
      }),
    );
    return grouped(numbers, steps, ({ number }) => number);
  },
);
