// The organiser plans a service of a programme, and changes the row as it comes about.
import { randomUUID } from "node:crypto";

import {
  createUnionType,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import type { Work } from "../events/index.js";
import { RequestKeyReused, takeRequestKey } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import {
  InputCheck,
  InvalidInput,
  Problem,
  unknownNoun,
} from "../platform/graphql/problem.js";
import { MOST_ROWS } from "./plan.reads.js";
import { PlanMoney, PlanRow } from "./plan-row.js";
import { fillRow, PlanRowInput } from "./plan-row-input.js";
import { MOST_GROSZE } from "./programme-elements.js";
import { unknownProgramme } from "./programme-problems.js";
import { programmePolicy } from "./programmes.policy.js";
import { findProgramme } from "./programmes.reads.js";

@InputType({ description: "A new row of the implementation plan." })
export class PlanServiceInput {
  @Field(() => String, {
    description: "The caller's own key: the same key twice is done once.",
  })
  requestKey!: string;

  @Field(() => ID, { description: "Of which programme." })
  programmeId!: string;

  @Field(() => PlanRowInput, { description: "The row." })
  row!: PlanRowInput;
}

@InputType({ description: "A row of the implementation plan as it is now." })
export class ChangePlanRowInput {
  @Field(() => ID, { description: "Which row." })
  planRowId!: string;

  @Field(() => Int, { description: "The version that was on the screen." })
  ifVersion!: number;

  @Field(() => PlanRowInput, { description: "The row as a whole." })
  row!: PlanRowInput;
}

@ObjectType({
  implements: Problem,
  description: "Somebody changed the row since the version on the screen.",
})
export class PlanRowMoved extends Problem {
  @Field(() => PlanRow, { description: "The row as it is now." })
  planned: PlanRow;

  constructor(message: string, planned: PlanRow) {
    super(message);
    this.planned = planned;
  }
}

export const PlanServicePayload = createUnionType({
  name: "PlanServicePayload",
  description: "Outcome of planning a service.",
  types: () => [PlanRow, RequestKeyReused, InvalidInput] as const,
});

export const ChangePlanRowPayload = createUnionType({
  name: "ChangePlanRowPayload",
  description: "Outcome of changing a row of the plan.",
  types: () => [PlanRow, PlanRowMoved, InvalidInput] as const,
});

export async function planService(
  work: Work,
  input: PlanServiceInput,
): Promise<typeof PlanServicePayload> {
  const { centreId, manager, now } = work;
  const programmeId = fromGlobalId("Programme", input.programmeId);
  if (!(await findProgramme(work, programmeId))) return unknownProgramme(work);
  authorize(work, programmePolicy.keep, { centreId });
  const row = Object.assign(new PlanRow(), {
    centreId,
    id: randomUUID(),
    programmeId,
    version: 1,
    createdAt: now,
    updatedAt: now,
  } satisfies Partial<PlanRow>);
  const problem = new InputCheck(work.say).key(input.requestKey).problem;
  if (problem) return problem;
  const taken = await takeRequestKey(
    work,
    "planService",
    input.requestKey,
    input,
    row.id,
  );
  if (taken instanceof RequestKeyReused) return taken;
  if (taken.repeats)
    return manager
      .getRepository(PlanRow)
      .findOneByOrFail({ centreId, id: taken.repeats });
  const misfit = await fillRow(work, row, input.row);
  if (misfit) return misfit;
  const planned = await manager
    .getRepository(PlanRow)
    .countBy({ centreId, programmeId });
  if (planned >= MOST_ROWS)
    return unknownNoun(work.say, "row", {
      pl: `Plan ma już ${String(MOST_ROWS)} usług. Więcej się nie zmieści.`,
      en: `The plan has ${String(MOST_ROWS)} services already, and holds no more.`,
    });
  return writeRow(work, row, input.row, "ServicePlanned");
}

export async function changePlanRow(
  work: Work,
  input: ChangePlanRowInput,
): Promise<typeof ChangePlanRowPayload> {
  const { centreId, manager } = work;
  const rows = manager.getRepository(PlanRow);
  const id = fromGlobalId("PlanRow", input.planRowId);
  const known = await rows.findOneBy({ centreId, id });
  if (!known || !(await findProgramme(work, known.programmeId)))
    return unknownNoun(work.say, "planRowId", {
      pl: "Nie ma takiej pozycji planu.",
      en: "There is no such row of the plan.",
    });
  authorize(work, programmePolicy.keep, { centreId });
  const row = await rows.findOneOrFail({
    where: { centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (row.version !== input.ifVersion)
    return new PlanRowMoved(
      work.say({
        pl: "W tym czasie ktoś zmienił tę pozycję planu. Zobacz, jak wygląda teraz.",
        en: "Somebody changed this row of the plan meanwhile. See what it is now.",
      }),
      row,
    );
  const misfit = await fillRow(work, row, input.row);
  if (misfit) return misfit;
  row.version += 1;
  row.updatedAt = work.now;
  return writeRow(work, row, input.row, "PlanRowChanged");
}

async function writeRow(
  work: Work,
  row: PlanRow,
  { amountGrosze }: PlanRowInput,
  type: string,
): Promise<PlanRow | InvalidInput> {
  const { centreId, manager } = work;
  await manager.save(row);
  const money = manager.getRepository(PlanMoney);
  const key = { centreId, planRowId: row.id };
  if (typeof amountGrosze === "number")
    await money.save({
      ...key,
      programmeId: row.programmeId,
      partnerId: row.partnerId,
      amountGrosze,
    });
  else await money.delete(key);
  const [sum] = await work.rows<{ grosze: string | null }>(
    `select sum(amount_grosze) as grosze from plan_money where centre_id = $1 and programme_id = $2`,
    [centreId, row.programmeId],
  );
  if (Number(sum?.grosze ?? 0) > MOST_GROSZE)
    return unknownNoun(work.say, "row.amountGrosze", {
      pl: "Wszystkie usługi razem mogą mieć do 20 000 000 zł.",
      en: "All services together may have up to PLN 20,000,000.",
    });
  work.record({
    type,
    topic: "NETWORK",
    subjectId: row.id,
    facts: {
      programmeId: row.programmeId,
      mode: row.mode,
      state: row.state,
      version: row.version,
    },
  });
  return row;
}
