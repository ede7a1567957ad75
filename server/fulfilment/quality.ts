// How what was ordered was found to hold its standards, beside the accounts of a period (story O26: at what cost and quality).
import { Field, Int, ObjectType } from "type-graphql";

import type { Context } from "../platform/graphql/context.js";
import { Day } from "../platform/graphql/scalars.js";
import type { Period } from "../platform/period.js";
import { allows } from "../platform/permission/allows.js";
import {
  checksUpTo,
  CriterionResult,
  standardById,
  standardOfService,
  standardPolicy,
} from "../standards/index.js";
import type { AgreementOrder } from "./agreement-order.js";

@ObjectType({ description: "How one service of an order holds its standard." })
export class ServiceQuality {
  @Field(() => String, { description: "Name of the service, as ordered." })
  serviceName!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The standard that it was checked against last, or that it has; null: none.",
  })
  standardName!: string | null;

  @Field(() => Int, { description: "Checks in the period." })
  checks!: number;

  @Field(() => Day, {
    nullable: true,
    description:
      "Day of the last check up to the end of the period; null: it was not checked.",
  })
  checkedOn!: string | null;

  @Field(() => CriterionResult, {
    nullable: true,
    description: "The worst of what that check found.",
  })
  result!: CriterionResult | null;

  @Field(() => Day, {
    nullable: true,
    description:
      "By when the first corrective action is due that is not done; null: none.",
  })
  actionDueOn!: string | null;
}

/** Null where checks of the organisation are not the viewer's. */
export async function qualityOf(
  context: Context,
  order: AgreementOrder,
  period: Period,
): Promise<ServiceQuality[] | null> {
  if (!allows(standardPolicy.readCheck, context.actor, order)) return null;
  const lines = order.linesIn(period);
  const checks = await checksUpTo(
    context,
    lines.map(({ serviceId }) => serviceId),
    period.to,
  );
  return Promise.all(
    lines.map(async ({ serviceId, serviceName }) => {
      const own = checks.filter((check) => check.serviceId === serviceId);
      const [last] = own;
      const standard = last
        ? await context.load(standardById, last.standardId)
        : await context.load(standardOfService, serviceId);
      const due = own
        .filter(({ actionDoneOn }) => actionDoneOn === null)
        .flatMap(({ actionDueOn }) => actionDueOn ?? [])
        .sort();
      return {
        serviceName,
        standardName: standard?.name ?? null,
        checks: own.filter(({ checkedOn }) => checkedOn >= period.from).length,
        checkedOn: last?.checkedOn ?? null,
        result: last?.result ?? null,
        actionDueOn: due[0] ?? null,
      };
    }),
  );
}
