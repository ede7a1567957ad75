// Whether an invitation is worth something still, asked inside a work; whoever asks need not know who sent it.
import type { Work } from "../events/index.js";
import type { Invitation } from "./invitation.js";
import { stillGiven } from "./still-given.reads.js";

export async function isStillGiven(
  work: Work,
  { centreId, id }: Pick<Invitation, "centreId" | "id">,
): Promise<boolean> {
  return work.inSystemsName(async () => {
    const worth = await stillGiven(work.manager, centreId, [id]);
    return worth.has(id);
  });
}
