// The organisation whose people are meant, found inside a work: one of the centre, or none.
import type { Work } from "../events/index.js";
import type { Assignment } from "../identity/index.js";
import { Partner } from "../partners/index.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { unknownNoun } from "../platform/graphql/problem.js";
import type { Household } from "./people.policy.js";

export async function findHousehold(
  work: Work,
  partnerId: string,
): Promise<Household | null> {
  const { centreId } = work;
  const partner = await work.manager
    .getRepository(Partner)
    .findOneBy({ centreId, id: partnerId });
  if (!partner) return null;
  const [centre] = await work.rows<{ hub_partner_id: string | null }>(
    `select hub_partner_id from centre where id = $1`,
    [centreId],
  );
  return {
    centreId,
    partnerId,
    isHub: centre?.hub_partner_id === partnerId,
    hasLeft: partner.status === "FORMER",
  };
}

/** Whoever changes the people of an organisation waits for who does so at the same moment. */
export async function oneAtATime(
  work: Work,
  { partnerId }: Pick<Assignment, "partnerId">,
): Promise<void> {
  await work.alone(`people ${partnerId}`);
}

export function unknownAssignee(work: Work): InvalidInput {
  return unknownNoun(work.say, "assigneeId", {
    pl: "Nie ma takiej osoby.",
    en: "There is no such person.",
  });
}
