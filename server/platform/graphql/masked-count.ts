// A count of people as it may be told: 1 to 4 are kept back, and so is what would give them away (domain 4.5, ux 5.9).
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

export const MaskReason = { FEW: "FEW", DERIVABLE: "DERIVABLE" } as const;
export type MaskReason = keyof typeof MaskReason;

registerEnumType(MaskReason, {
  name: "MaskReason",
  description: "Why a count is kept back.",
  valuesConfig: {
    FEW: { description: "It is 1 to 4; shown as <5." },
    DERIVABLE: {
      description: "Beside the total it would give another one away.",
    },
  },
});

@ObjectType({ description: "A count, or why it is kept back." })
export class MaskedCount {
  @Field(() => Int, {
    nullable: true,
    description: "The count; null: kept back.",
  })
  value!: number | null;

  @Field(() => MaskReason, {
    nullable: true,
    description: "Why it is kept back; null: it is told.",
  })
  reason!: MaskReason | null;
}

const FEWEST_TOLD = 5;

export function isFew(count: number): boolean {
  return count > 0 && count < FEWEST_TOLD;
}

export function told(value: number): MaskedCount {
  return { value, reason: null };
}

export function kept(reason: MaskReason): MaskedCount {
  return { value: null, reason };
}

/** The counts of a breakdown whose total is told; null: 1 to 4, kept back already. */
export function maskedCells(
  cells: readonly (number | null)[],
  total: number | null,
): MaskedCount[] {
  const known = cells.map((count) =>
    count === null || isFew(count) ? null : count,
  );
  const hidden = givesAway(known, total) ? nextSmallest(known) : -1;
  return known.map((count, at) => {
    if (count === null) return kept("FEW");
    return at === hidden ? kept("DERIVABLE") : told(count);
  });
}

/** What is left of the total tells each of the few: a single one, or all of them 1, or all of them 4. */
function givesAway(
  cells: readonly (number | null)[],
  total: number | null,
): boolean {
  const few = cells.filter((count) => count === null).length;
  if (few === 0 || total === null || isFew(total)) return false;
  const rest = cells.reduce<number>(
    (left, count) => left - (count ?? 0),
    total,
  );
  return few === 1 || rest === few || rest === few * (FEWEST_TOLD - 1);
}

function nextSmallest(cells: readonly (number | null)[]): number {
  let at = -1;
  for (const [place, count] of cells.entries()) {
    if (!count) continue;
    if (at < 0 || count < (cells[at] ?? 0)) at = place;
  }
  return at;
}
