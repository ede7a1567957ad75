// The demo's programmes with their plans, and its standards of quality with how services hold them (domain 5.6).
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";

import { Agreement } from "../agreements/index.js";
import type { AcquisitionMode, ServiceArea } from "../offer/index.js";
import { Service } from "../offer/index.js";
import type { PersonalDataField } from "../programmes/index.js";
import {
  PlanMoney,
  PlanRow,
  Programme,
  ProgrammeChange,
} from "../programmes/index.js";
import { settleStandard } from "./settle-standards.js";
import type { DemoWorld } from "./world.js";

/** A service by its code, or the name of one to be created; who, how, grosze, days from now, how far, under which agreement. */
type DemoPlanRow = [
  service: string,
  partner: string | null,
  mode: AcquisitionMode,
  grosze: number | null,
  day: number,
  state: PlanRow["state"],
  agreement: string | null,
];

interface DemoProgramme {
  key: string;
  network: string;
  name: string;
  aim: string;
  startsIn: number;
  endsIn: number;
  needs: string;
  persons: number;
  serviceScope: string;
  qualification?: string;
  fees?: string;
  documentation?: string;
  personalData?: PersonalDataField[];
  organisation?: string;
  monitoring?: string;
  budgetGrosze?: number;
  resolution?: { number: string; on: number };
  bipUrl?: string;
  /** Services under it, by code. */
  under?: string[];
  plan: DemoPlanRow[];
}

/** Text, measure, minimum and maximum. */
type DemoCriterion = [string, string, string, string];

export interface DemoStandard {
  key: string;
  name: string;
  areas: ServiceArea[];
  criteria: DemoCriterion[];
  consulted: [from: number, to: number];
  approved?: number;
  services?: string[];
  checks?: [
    service: string,
    day: number,
    results: ("MET" | "PARTLY" | "NOT_MET")[],
    evidence: string,
    action: [text: string, day: number] | null,
  ][];
  /** By a partner's code; none: the representative of residents. */
  comments?: [partner: string | null, text: string][];
}

interface DemoPlans {
  programmes: DemoProgramme[];
  standards: DemoStandard[];
}

export async function settleProgrammes(
  world: DemoWorld,
  services: ReadonlyMap<string, Service>,
): Promise<void> {
  if (world.municipality.centre.slug !== "jarzebinow") return;
  const file = new URL("./data/programmes-jarzebinow.json", import.meta.url);
  // our own file, whose every row the database and the demo's test look at
  // oxlint-disable-next-line typescript/consistent-type-assertions
  const plans = JSON.parse(readFileSync(file, "utf8")) as DemoPlans;
  for (const programme of plans.programmes)
    await settleProgramme(world, services, programme);
  for (const standard of plans.standards)
    await settleStandard(world, services, standard);
}

async function settleProgramme(
  world: DemoWorld,
  services: ReadonlyMap<string, Service>,
  one: DemoProgramme,
): Promise<void> {
  const { centreId, work } = world;
  const { manager, now } = work;
  const id = world.id("programme", one.key);
  const isAdopted = one.resolution !== undefined;
  const resolutionOn = one.resolution ? world.day(one.resolution.on) : null;
  await manager.getRepository(Programme).insert({
    centreId,
    id,
    name: one.name,
    aim: one.aim,
    startsOn: world.day(one.startsIn),
    endsOn: world.day(one.endsIn),
    needs: one.needs,
    persons: one.persons,
    serviceScope: one.serviceScope,
    qualification: one.qualification ?? null,
    fees: one.fees ?? null,
    documentation: one.documentation ?? null,
    personalData: one.personalData ?? null,
    organisation: one.organisation ?? null,
    monitoring: one.monitoring ?? null,
    budgetGrosze: one.budgetGrosze ?? null,
    resolutionNumber: one.resolution?.number ?? null,
    resolutionOn,
    bipUrl: one.bipUrl ?? null,
    recordedStatus: isAdopted ? "ADOPTED" : "DRAFT",
    reportedOn: null,
    networkId: world.id("network", one.network),
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
  const at = resolutionOn ? new Date(`${resolutionOn}T10:00:00Z`) : now;
  await manager.getRepository(ProgrammeChange).insert({
    centreId,
    id: randomUUID(),
    programmeId: id,
    serviceId: null,
    version: 1,
    kind: isAdopted ? "ADOPTED" : "DRAFTED",
    elements: [],
    resolutionNumber: one.resolution?.number ?? null,
    resolutionOn,
    byName: world.staffName("ous"),
    at,
  });
  world.past(at, world.staff("ous"), {
    type: isAdopted ? "ProgrammeAdopted" : "ProgrammeDrafted",
    topic: "NETWORK",
    subjectId: id,
    facts: { version: 1, elements: "" },
  });
  for (const code of one.under ?? [])
    await manager
      .getRepository(Service)
      .update(
        { centreId, id: services.get(code)?.id ?? "" },
        { programmeId: id },
      );
  for (const { number, programme } of world.municipality.agreements)
    if (programme === one.key)
      await manager
        .getRepository(Agreement)
        .update(
          { centreId, id: world.id("agreement", number) },
          { programmeId: id },
        );
  for (const [n, row] of one.plan.entries())
    await settleRow(world, services, { programmeId: id, n, row });
}

interface RowOf {
  programmeId: string;
  n: number;
  row: DemoPlanRow;
}

async function settleRow(
  world: DemoWorld,
  services: ReadonlyMap<string, Service>,
  { programmeId, n, row }: RowOf,
): Promise<void> {
  const { centreId, work } = world;
  const [called, partner, mode, amountGrosze, day, state, agreement] = row;
  const service = services.get(called);
  const partnerId = partner && world.partnerId(partner);
  const id = world.id("plan", programmeId, String(n));
  // the order of planning
  const at = new Date(work.now.getTime() - 3_600_000 + n * 1000);
  await work.manager.getRepository(PlanRow).insert({
    centreId,
    id,
    programmeId,
    serviceId: service?.id ?? null,
    serviceName: service ? null : called,
    partnerId,
    mode,
    plannedOn: world.day(day),
    state,
    agreementId: agreement && world.id("agreement", agreement),
    version: 1,
    createdAt: at,
    updatedAt: at,
  });
  if (amountGrosze !== null)
    await work.manager.getRepository(PlanMoney).insert({
      centreId,
      planRowId: id,
      programmeId,
      partnerId,
      amountGrosze,
    });
}
