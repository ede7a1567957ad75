// Before a partnership is closed, the programme that it serves is over, or has another one.
import type { Work } from "../events/index.js";
import type { Network, NetworkChange } from "../partnership/index.js";
import { localDate } from "../platform/calendar.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { unknownNoun } from "../platform/graphql/problem.js";
import { Programme } from "./programme.js";

export async function programmeBeforeStopping(
  work: Work,
  { centreId, id: networkId }: Network,
  change: NetworkChange,
): Promise<InvalidInput | null> {
  if (change !== "CLOSE") return null;
  const programme = await work.manager
    .getRepository(Programme)
    .findOneBy({ centreId, networkId });
  const status = programme?.statusOn(localDate(work.now));
  return !programme || status === "ENDED" || status === "REPORTED"
    ? null
    : unknownNoun(work.say, "change", {
        pl: `To partnerstwo prowadzi program „${programme.name}”, który jeszcze trwa albo dopiero powstaje. Najpierw wskaż mu inne partnerstwo.`,
        en: `This is the partnership of the programme “${programme.name}”, which is not over. First give it another partnership.`,
      });
}
