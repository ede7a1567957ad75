// Before an organisation leaves the network, what it lent or borrowed is back, and what is promised is taken back.
import type { Work } from "../events/index.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { unknownNoun } from "../platform/graphql/problem.js";

export async function loansBeforeLeaving(
  work: Work,
  { partnerId }: { partnerId: string },
): Promise<InvalidInput | null> {
  let names: string[] = [];
  await work.inSystemsName(async () => {
    const rows = await work.rows<{ name: string }>(
      `select distinct r.name from loan_request l join resource r on r.centre_id = l.centre_id and r.id = l.resource_id
       where l.centre_id = $1 and l.state = 'AGREED' and $2 in (l.partner_id, l.asking_partner_id) order by r.name limit 20`,
      [work.centreId, partnerId],
    );
    names = rows.map(({ name }) => name);
  });
  return names.length === 0
    ? null
    : unknownNoun(work.say, "membershipId", {
        pl: `Najpierw trzeba oddać albo odwołać to, co jest pożyczone lub obiecane: ${names.join(", ")}.`,
        en: `First what is lent or promised has to be given back or called off: ${names.join(", ")}.`,
      });
}
