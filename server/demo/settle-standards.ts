// One standard of the demo: as it was consulted and approved, with the services that hold it and their checks.
import type { Service } from "../offer/index.js";
import {
  QualityStandard,
  ServiceStandard,
  StandardCheck,
  StandardComment,
} from "../standards/index.js";
import type { DemoStandard } from "./settle-programmes.js";
import type { DemoWorld } from "./world.js";

export async function settleStandard(
  world: DemoWorld,
  services: ReadonlyMap<string, Service>,
  one: DemoStandard,
): Promise<void> {
  const { centreId, work } = world;
  const { manager, now } = work;
  const id = world.id("standard", one.key);
  const [from, to] = one.consulted;
  const approvedOn =
    one.approved === undefined ? null : world.day(one.approved);
  await manager.getRepository(QualityStandard).insert({
    centreId,
    id,
    name: one.name,
    areas: one.areas,
    criteria: one.criteria.map(([text, measure, minimum, maximum]) => ({
      text,
      measure,
      minimum,
      maximum,
    })),
    recordedStatus: approvedOn ? "APPROVED" : "CONSULTED",
    consultedFrom: world.day(from),
    consultedTo: world.day(to),
    approvedOn,
    approvedByName: approvedOn && world.staffName("dyrektor"),
    inForceFrom: approvedOn,
    retiredOn: null,
    edition: 1,
    previousId: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
  world.past(
    approvedOn ? new Date(`${approvedOn}T10:00:00Z`) : now,
    world.staff(approvedOn ? "dyrektor" : "ous"),
    {
      type: approvedOn ? "StandardApproved" : "StandardConsulted",
      topic: "NETWORK",
      subjectId: id,
      facts: { version: 1, edition: 1 },
    },
  );
  await manager.getRepository(StandardComment).insert(
    (one.comments ?? []).map(([code, text], n) => ({
      centreId,
      id: world.id("standard-comment", one.key, String(n)),
      standardId: id,
      partnerId: world.partnerId(code ?? world.hub.code),
      ofResidents: code === null,
      text,
      at: new Date(now.getTime() - (3 - n) * 86_400_000),
    })),
  );
  await manager.getRepository(ServiceStandard).insert(
    (one.services ?? []).map((code) => ({
      centreId,
      serviceId: services.get(code)?.id ?? "",
      standardId: id,
    })),
  );
  await manager
    .getRepository(StandardCheck)
    .insert(checksOf(world, services, one));
}

function checksOf(
  world: DemoWorld,
  services: ReadonlyMap<string, Service>,
  one: DemoStandard,
) {
  return (one.checks ?? []).map(([code, day, results, evidence, action]) => ({
    centreId: world.centreId,
    id: world.id("standard-check", one.key, code),
    standardId: world.id("standard", one.key),
    serviceId: services.get(code)?.id ?? "",
    partnerId: services.get(code)?.partnerId ?? "",
    checkedOn: world.day(day),
    results,
    evidence,
    action: action?.[0] ?? null,
    actionOwner: action && ("PARTNER" as const),
    actionDueOn: action && world.day(action[1]),
    actionDoneOn: null,
    actionState: action && ("OPEN" as const),
    byName: world.staffName("ous"),
    version: 1,
    createdAt: world.work.now,
  }));
}
