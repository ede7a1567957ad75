// The demo's agreements with their parties (domain 5.4).
import type { AgreementKind } from "../agreements/index.js";
import {
  Agreement,
  AgreementParty,
  AgreementTask,
} from "../agreements/index.js";
import type { DemoAgreement } from "./municipality.js";
import type { DemoWorld } from "./world.js";

const TITLES: Record<AgreementKind, string> = {
  LSR_ACCORD: "Porozumienie na rzecz utworzenia Lokalnej Sieci Reintegracji",
  ACCESSION: "Deklaracja przystąpienia",
  COOPERATION: "Porozumienie o współpracy",
  PROGRAMME_PARTNERSHIP: "Umowa partnerska programu „Opieka blisko domu”",
  GRANT_CONTRACT: "Umowa o realizację zadania publicznego",
  PROCUREMENT_CONTRACT: "Umowa w sprawie zamówienia publicznego",
  COUNTY_AGREEMENT: "Porozumienie gminy z powiatem",
  INTERMUNICIPAL: "Porozumienie międzygminne",
  DATA_PROCESSING: "Umowa powierzenia przetwarzania danych",
  JOINT_CONTROL: "Uzgodnienia współadministratorów",
  VOLUNTEER: "Porozumienie wolontariackie",
  LETTER_OF_INTENT: "List intencyjny",
  INTERNAL_ASSIGNMENT: "Przekazanie zadania jednostce gminy",
};

const GRANT_TITLES = new Map([
  ["DELEGATION", "Umowa o powierzenie zadania publicznego"],
  ["SUPPORT", "Umowa o wsparcie zadania publicznego"],
]);

export async function settleAgreements(
  world: DemoWorld,
): Promise<Map<string, Agreement[]>> {
  const { work, municipality } = world;
  const made = municipality.agreements.map((one) => ({
    one,
    agreement: agreementOf(world, one),
  }));
  await work.manager
    .getRepository(Agreement)
    .insert(made.map(({ agreement }) => agreement));
  await work.manager
    .getRepository(AgreementParty)
    .insert(made.flatMap(({ one }) => partiesOf(world, one)));
  await work.manager
    .getRepository(AgreementTask)
    .insert(made.flatMap(({ one }) => tasksOf(world, one)));
  const ofPartner = new Map<string, Agreement[]>();
  for (const { one, agreement } of made) {
    recordPast(world, agreement);
    for (const code of one.partners)
      ofPartner.set(code, [...(ofPartner.get(code) ?? []), agreement]);
  }
  return ofPartner;
}

function agreementOf(world: DemoWorld, one: DemoAgreement): Agreement {
  const { now } = world.work;
  const day = (days: number | null) => (days === null ? null : world.day(days));
  const [emergency, urgent, standard] = one.answers ?? [];
  const grant = GRANT_TITLES.get(one.grantForm ?? "");
  return Object.assign(new Agreement(), {
    centreId: world.centreId,
    id: world.id("agreement", one.number),
    number: one.number,
    kind: one.kind,
    recordedStatus: one.status,
    title: grant ?? TITLES[one.kind],
    grantForm: one.grantForm ?? null,
    signedOn: day(one.signed),
    validFrom: day(one.validFrom),
    validTo: day(one.validTo),
    dataRole: one.dataRole,
    answerEmergency: emergency ?? null,
    answerUrgent: urgent ?? null,
    answerStandard: standard ?? null,
    offerUpdateDutyDays: null,
    purpose: one.purpose,
    isPublic: one.isPublic ?? false,
    version: 1,
    createdAt: now,
    updatedAt: now,
  } satisfies Partial<Agreement>);
}

function partiesOf(world: DemoWorld, one: DemoAgreement) {
  const party = (code: string, signed: number | null) => ({
    centreId: world.centreId,
    agreementId: world.id("agreement", one.number),
    partnerId: world.partnerId(code),
    signedOn: signed === null ? null : world.day(signed),
    contactPersonId: contactOf(world, one.contacts?.[code], code),
  });
  return [
    party(world.hub.code, one.hubSigned ?? one.signed),
    ...one.partners.map((code) => party(code, one.signed)),
  ];
}

function contactOf(
  world: DemoWorld,
  who: "primary" | "deputy" | undefined,
  code: string,
): string | null {
  if (!who) return null;
  return who === "deputy"
    ? world.id("contact", code, "deputy")
    : world.id("contact", code);
}

function tasksOf(world: DemoWorld, { number, tasks = [] }: DemoAgreement) {
  return tasks.map(({ task, partner, part }, n) => ({
    centreId: world.centreId,
    id: world.id("task", number, String(n + 1)),
    agreementId: world.id("agreement", number),
    position: n + 1,
    task,
    partnerId: world.partnerId(partner),
    part,
  }));
}

function recordPast(world: DemoWorld, agreement: Agreement): void {
  const { signedOn, validFrom, id, kind, recordedStatus } = agreement;
  const on = signedOn ?? validFrom ?? world.day(-20);
  world.past(new Date(`${on}T10:00:00Z`), world.staff("ous"), {
    type: "AgreementRecorded",
    topic: "NETWORK",
    subjectId: id,
    facts: { kind, status: recordedStatus },
  });
}
