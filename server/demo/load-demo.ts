// Loads the fictional municipalities where they are not yet, all or nothing, dated from the day of loading.
import type { DataSource } from "typeorm";

import { refreshScope } from "../agreements/index.js";
import type { Work } from "../events/index.js";
import { transact } from "../events/index.js";
import { Centre, hashPassword } from "../identity/index.js";
import { inTransaction } from "../platform/database/session.js";
import { speaking } from "../platform/graphql/words.js";
import type { Keys } from "../platform/keys.js";
import { letDemoIn } from "./demo-accounts.js";
import type { Municipality } from "./municipality.js";
import { municipalities, readMunicipality } from "./municipality.js";
import { settleAccounts } from "./settle-accounts.js";
import { settleAgreements } from "./settle-agreements.js";
import { settleFormation } from "./settle-formation.js";
import { settleOffer } from "./settle-offer.js";
import {
  openAccounts,
  settleNetworks,
  settlePartners,
} from "./settle-partners.js";
import { settlePeople } from "./settle-people.js";
import { settleProgrammes } from "./settle-programmes.js";
import { settleReferrals } from "./settle-referrals.js";
import { settleResources } from "./settle-resources.js";
import { signInLines } from "./sign-ins.js";
import { demoId, DemoWorld } from "./world.js";
import { writeHistory } from "./write-history.js";

/** Known to everybody; it opens nothing but the demo. */
const DEMO_PASSWORD = "jarzebinow";

function demoCentreId(slug: string): string {
  return demoId(slug, "centre");
}

/** @returns the sign-ins, one a line */
export async function loadDemo(
  dataSource: DataSource,
  keys: Keys,
  now: Date,
): Promise<string[]> {
  let hash: Promise<string> | null = null;
  const loaded: Municipality[] = [];
  for (const slug of municipalities) {
    const municipality = readMunicipality(slug);
    loaded.push(municipality);
    if (!(await needsLoading(dataSource, municipality, now))) continue;
    hash ??= hashPassword(DEMO_PASSWORD);
    const passwordHash = await hash;
    await transact(
      {
        dataSource,
        actor: { kind: "system", centreId: demoCentreId(slug) },
        now,
        say: speaking("pl"),
        keys,
        // nobody follows a centre that was not there
        committed: () => undefined,
      },
      (work) => settle(work, municipality, passwordHash),
    );
  }
  await letDemoIn(dataSource, true, now);
  return signInLines(loaded);
}

/** The row of the centre comes first; its hub comes with all the rest in one transaction, and tells that it came. */
async function needsLoading(
  dataSource: DataSource,
  { centre }: Municipality,
  now: Date,
): Promise<boolean> {
  return inTransaction(dataSource, { kind: "setup" }, async (manager) => {
    const centres = manager.getRepository(Centre);
    const found = await centres.findOneBy({ slug: centre.slug });
    if (found) return found.isDemo && found.hubPartnerId === null;
    await centres.insert({
      id: demoCentreId(centre.slug),
      ...centre,
      hubPartnerId: null,
      isTrial: false,
      isDemo: true,
      createdAt: now,
    });
    return true;
  }).catch((failure: unknown) => {
    // another process is loading it at this moment, and is waited for
    if (isTaken(failure)) return true;
    throw failure;
  });
}

function isTaken(failure: unknown): boolean {
  return (
    failure instanceof Error && "code" in failure && failure.code === "23505"
  );
}

async function settle(
  work: Work,
  municipality: Municipality,
  passwordHash: string,
): Promise<void> {
  // two processes that start at once: the second waits here, and finds it done
  const centre = await work.manager.getRepository(Centre).findOneOrFail({
    where: { id: work.centreId },
    lock: { mode: "pessimistic_write" },
  });
  if (centre.hubPartnerId !== null) return;
  const world = new DemoWorld(work, municipality);
  await settlePartners(world);
  await openAccounts(world, passwordHash);
  await settleNetworks(world);
  await settleFormation(world);
  const agreements = await settleAgreements(world);
  const services = await settleOffer(world);
  await settleProgrammes(world, services);
  await settleReferrals(world, { services, agreements });
  await settlePeople(world);
  await settleAccounts(world, services);
  await settleResources(world);
  for (const { code } of municipality.partners)
    await refreshScope(work, world.partnerId(code));
  await writeHistory(world);
}
