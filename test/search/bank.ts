// The bank that searches are judged on: the demo municipality's services, and others after the kinds of units in public lists.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { readMunicipality } from "../../server/demo/municipality.js";
import type { Service } from "../../server/offer/index.js";
import type { TestCentre } from "../support/world.js";

interface OneOfBank {
  code: string;
  name: string;
  description?: string;
  area: Service["area"];
  sphere: NonNullable<Service["sphere"]>;
}

interface BankPartner {
  partner: string;
  place: string;
  services: OneOfBank[];
}

function bank(): BankPartner[] {
  const ours = readMunicipality("jarzebinow").partners.map((partner) => ({
    partner: partner.name,
    place: partner.address,
    services: partner.services,
  }));
  const further = readFileSync(
    join(import.meta.dirname, "further-services.json"),
    "utf8",
  );
  // our own file, of that shape
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return [...ours, ...(JSON.parse(further) as BankPartner[])];
}

/**
 * All of them free, fresh and with an agreement: what is judged is what words find.
 * @returns the code of each service by its id of the graph
 */
export async function openBank(
  centre: TestCentre,
): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  for (const { partner, place, services } of bank()) {
    const { aService } = await centre.aPartner({ name: partner });
    for (const { code, name, description, area, sphere } of services) {
      const { globalId } = await aService({
        name,
        description: description ?? null,
        area,
        sphere,
        place,
      });
      codes.set(globalId, code);
    }
  }
  return codes;
}
