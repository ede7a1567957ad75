// What a screen offers to choose from: what a basis may hold, and how much of a case may travel to a service now.
import { serviceById } from "../../offer/index.js";
import type { Context } from "../../platform/graphql/context.js";
import { caseById } from "../cases.reads.js";
import { basesOfCase } from "./bases.reads.js";
import {
  type BasisChoice,
  basisChoice,
  type TravelChoice,
  travelChoice,
} from "./basis-choice.js";
import { dataController } from "./data-controller.reads.js";
import { limitSeenBy } from "./limit-of-partner.js";
import { restrictedLimit, restrictionOf } from "./restriction.js";

export async function basisChoiceFor(
  context: Context,
  caseId: string,
  whereto: { partnerId: string; serviceId: string | null },
): Promise<BasisChoice | null> {
  if (!(await context.load(caseById, caseId))) return null;
  const limit = await limitSeenBy(context, whereto);
  return (
    limit && basisChoice(context.say, limit, await dataController(context))
  );
}

export async function travelChoiceTo(
  context: Context,
  caseId: string,
  serviceId: string,
): Promise<TravelChoice | null> {
  const service = await context.load(serviceById, serviceId);
  if (!service || !(await context.load(caseById, caseId))) return null;
  const whereto = { partnerId: service.partnerId, serviceId: service.id };
  // an emergency on nobody's word is marked where it is sent
  const asked = { ...whereto, priority: "STANDARD" } as const;
  const limit = (await context.load(restrictionOf, caseId))
    ? restrictedLimit
    : await limitSeenBy(context, whereto);
  const bases = await context.load(basesOfCase, caseId);
  return (
    limit &&
    travelChoice(context.say, service, limit, (level) => {
      const [widest] = bases
        .filter((basis) => basis.covers({ ...asked, level }, context.now))
        .sort((a, b) => b.fields.length - a.fields.length);
      return widest ?? null;
    })
  );
}
