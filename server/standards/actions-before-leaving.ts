// Before an organisation leaves the network, what it was to put right after a check is found done: nobody answers for it afterwards.
import type { Work } from "../events/index.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { unknownNoun } from "../platform/graphql/problem.js";

export async function actionsBeforeLeaving(
  work: Work,
  { partnerId }: { partnerId: string },
): Promise<InvalidInput | null> {
  let names: string[] = [];
  await work.inSystemsName(async () => {
    const rows = await work.rows<{ name: string }>(
      `select distinct s.name from standard_check c join service s on s.centre_id = c.centre_id and s.id = c.service_id
       where c.centre_id = $1 and c.partner_id = $2 and c.action_owner = 'PARTNER' and c.action_state in ('OPEN', 'ANSWERED')
       order by s.name limit 20`,
      [work.centreId, partnerId],
    );
    names = rows.map(({ name }) => name);
  });
  return names.length === 0
    ? null
    : unknownNoun(work.say, "membershipId", {
        pl: `Najpierw organizatorka usług kończy działania po sprawdzeniu standardu. Usługi: ${names.join(", ")}.`,
        en: `First the organiser of services ends the actions after a check of a standard. Services: ${names.join(", ")}.`,
      });
}
