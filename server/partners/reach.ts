// Whom a letter to an organisation reaches on a day: the person meant, or who stands in for her while she is away or after she has left.
import { IsNull, Not } from "typeorm";

import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import { ContactPerson } from "./contact-person.js";

/**
 * Where all are away it is the one who was meant: she finds it when she is back, and the hub is alerted.
 * @param people active, with an address, in the order in which they were named
 * @param meantId whom it is written to; null: whoever is turned to first
 */
export function whoIsReached(
  people: readonly ContactPerson[],
  day: string,
  meantId: string | null,
): ContactPerson | null {
  const meant =
    people.find(({ id }) => id === meantId) ??
    people.find(({ isPrimary }) => isPrimary) ??
    people[0];
  if (!meant) return null;
  const present = people.filter((person) => !person.isAwayOn(day));
  return (
    [
      present.find(({ id }) => id === meant.id),
      present.find(({ id }) => id === meant.substituteId),
      present.find(({ isDeputy }) => isDeputy),
      present.find(({ isPrimary }) => isPrimary),
      present.find(({ duties }) => duties.includes("REFERRALS")),
      present[0],
    ].find((person) => person !== undefined) ?? meant
  );
}

export async function personToReach(
  work: Work,
  partnerId: string,
  meantId: string | null = null,
): Promise<ContactPerson | null> {
  const people = await work.manager.getRepository(ContactPerson).find({
    where: {
      centreId: work.centreId,
      partnerId,
      active: true,
      workEmail: Not(IsNull()),
    },
    order: { createdAt: "ASC", id: "ASC" },
  });
  return whoIsReached(people, localDate(work.now), meantId);
}
