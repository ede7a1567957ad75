// A centre for the chaos: a few services with few places, coordinators who want them, partners who answer, and their books.
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { TestDatabase } from "../support/database.js";
import type { Person } from "../support/people.js";
import { aCentre } from "../support/world.js";
import type { Listener } from "./record.js";

export interface Somebody {
  token: string;
  accountId: string;
  partnerId: string;
  role: Listener["role"];
}

/** Plain, so that it can be written down and taken up again. */
export interface Town {
  centreId: string;
  globalId: string;
  services: { id: string; partnerId: string }[];
  coordinators: Somebody[];
  teams: Somebody[];
  ous: Somebody;
}

/** The app inside the harness, on the real clock, for as long as the work takes. */
export async function withApi<Result>(
  database: TestDatabase,
  work: (api: Api) => Promise<Result>,
): Promise<Result> {
  const api = await openApi(database);
  api.clock.catchUp();
  try {
    return await work(api);
  } finally {
    await api.close();
  }
}

export function aTown(
  database: TestDatabase,
  places: readonly number[] = [1, 2, 3, 4, 5, 2],
): Promise<Town> {
  return withApi(database, async (api) => {
    const centre = await aCentre(api);
    const partners = [await centre.aPartner(), await centre.aPartner()];
    const somebody = (
      person: Person,
      partnerId: string,
      role: Somebody["role"],
    ) => ({
      token: person.token,
      accountId: person.accountId,
      partnerId,
      role,
    });
    const town: Town = {
      centreId: centre.id,
      globalId: centre.globalId,
      services: [],
      coordinators: [],
      teams: [],
      ous: somebody(await centre.aPerson("OUS"), centre.hub.id, "OUS"),
    };
    for (let each = 0; each < 3; each += 1)
      town.coordinators.push(
        somebody(await centre.aPerson("KIPUS"), centre.hub.id, "KIPUS"),
      );
    for (const [order, total] of places.entries()) {
      const partner = partners[order % partners.length];
      if (!partner) continue;
      const { globalId } = await partner.aService({ total, unit: "PLACES" });
      town.services.push({ id: globalId, partnerId: partner.id });
    }
    for (const partner of partners)
      town.teams.push(
        somebody(
          await partner.aPerson("PARTNER_REFERRALS"),
          partner.id,
          "PARTNER_REFERRALS",
        ),
      );
    return town;
  });
}
