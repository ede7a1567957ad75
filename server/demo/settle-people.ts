// Who some of the demo's people are, invented and sealed as the product seals them, and on what their partners are told it.
import {
  Case,
  DisclosureBasis,
  fieldsFor,
  keepPerson,
  NO_WORDS,
  ReferralScope,
  sealWords,
  tell,
} from "../cases/index.js";
import { fieldsOfLevel } from "../programmes/index.js";
import type { DemoCase } from "./municipality.js";
import type { DemoWorld } from "./world.js";

const BASIS_LASTS_DAYS = 200;

export async function settlePeople(world: DemoWorld): Promise<void> {
  for (const one of world.municipality.cases)
    if (one.person) await settlePerson(world, one, one.person);
}

async function settlePerson(
  world: DemoWorld,
  { pseudonym, coordinator, opened }: DemoCase,
  person: NonNullable<DemoCase["person"]>,
): Promise<void> {
  const { work, centreId, municipality } = world;
  const caseId = world.id("case", pseudonym);
  const { dataKey, identity } = await keepPerson(
    work,
    Object.assign(new Case(), {
      centreId,
      id: caseId,
      coordinatorAccountId: world.accountId(coordinator),
    }),
    person.identity,
  );
  for (const { partner, level, kind } of person.bases)
    await work.manager.getRepository(DisclosureBasis).insert({
      centreId,
      id: world.id("basis", pseudonym, partner),
      caseId,
      partnerId: world.partnerId(partner),
      serviceId: null,
      maxLevel: level,
      // the day of birth and convictions travel only where a programme names them
      fields: fieldsOfLevel(level).filter((field) => field !== "BIRTH_DATE"),
      basis: kind,
      givenBy: "PERSON",
      form: "WRITTEN_ON_PAPER",
      textVersion: "2026-11",
      givenAt: world.at(`${String(opened)}d 08:00`),
      validTo: new Date(work.now.getTime() + BASIS_LASTS_DAYS * 86_400_000),
      revokedAt: null,
      endedBy: null,
      recordedAt: world.at(`${String(opened)}d 08:30`),
      note: null,
      noteDueAt: null,
    });
  const bases = await work.manager
    .getRepository(DisclosureBasis)
    .findBy({ centreId, caseId });
  for (const referral of municipality.referrals) {
    const { level, goal = null } = referral;
    if (referral.case !== pseudonym || !level) continue;
    const referralId = world.id("referral", String(referral.number));
    const partner = municipality.partners.find(({ services }) =>
      services.some(({ code }) => code === referral.service),
    );
    const basis = bases.find(
      ({ partnerId }) => partner && partnerId === world.partnerId(partner.code),
    );
    if (!basis) throw new Error(`nothing lets ${referralId} tell more`);
    const of = { centreId, referralId, caseId };
    const words = { ...NO_WORDS, goal };
    const fields = fieldsFor(level, basis, basis);
    await work.manager.getRepository(ReferralScope).insert({
      ...of,
      basisId: basis.id,
      fields: tell({ fields, reasons: {} }, identity, words).map(
        ({ field }) => field,
      ),
      raisedFor: level === "L1_CONTACT" ? null : "AT_HOME",
      reasons: {},
      sealed: goal ? sealWords(dataKey, of, words) : null,
    });
  }
}
