// How far the demo's networks have come: needs, meetings, analyses, who does what, and the steps taken (domain 5.5, 5.6).
import { NetworkAnalysis, StepTaken } from "../formation/index.js";
import { Meeting, MeetingAttendance } from "../forum/index.js";
import { CentrePlace, Need } from "../needs/index.js";
import {
  JointAction,
  JointActionPart,
  PartnershipStep,
} from "../partnership/index.js";
import type { DemoAction, DemoMeeting, DemoNetwork } from "./municipality.js";
import type { DemoWorld } from "./world.js";

export async function settleFormation(world: DemoWorld): Promise<void> {
  for (const network of world.municipality.networks)
    await settleOne(world, network);
  await settleNeeds(world);
  for (const meeting of world.municipality.meetings ?? [])
    await settleMeeting(world, meeting);
}

async function settleOne(
  world: DemoWorld,
  network: DemoNetwork,
): Promise<void> {
  const { centreId } = world;
  const { manager } = world.work;
  const networkId = world.id("network", network.key);
  if (network.analysis)
    await manager.getRepository(NetworkAnalysis).insert({
      centreId,
      networkId,
      ...network.analysis,
      version: 1,
      writtenAt: morning(world, (network.started ?? -30) + 20),
    });
  for (const action of network.actions ?? [])
    await settleAction(world, network.key, action);
  const steps = Object.values(PartnershipStep);
  const taken = network.started
    ? steps.slice(0, steps.indexOf(network.step))
    : [];
  for (const [place, step] of taken.entries())
    await manager.getRepository(StepTaken).insert({
      centreId,
      id: world.id("step", network.key, step),
      networkId,
      step,
      change: "COMPLETED",
      reason: null,
      at: morning(world, (network.started ?? 0) + 8 * (place + 1)),
    });
}

async function settleAction(
  world: DemoWorld,
  network: string,
  action: DemoAction,
): Promise<void> {
  const { centreId } = world;
  const { manager, now } = world.work;
  const id = world.id("action", network, action.title);
  await manager.getRepository(JointAction).insert({
    centreId,
    id,
    networkId: world.id("network", network),
    title: action.title,
    endedOn: null,
    version: 1,
    createdAt: now,
  });
  const partOf = (part: JointActionPart["part"]) => (code: string) => ({
    centreId,
    jointActionId: id,
    partnerId: world.partnerId(code),
    part,
  });
  await manager
    .getRepository(JointActionPart)
    .insert([
      ...(action.responsible ? [action.responsible] : []).map(
        partOf("RESPONSIBLE"),
      ),
      ...action.contributes.map(partOf("CONTRIBUTES")),
      ...action.informed.map(partOf("INFORMED")),
    ]);
}

async function settleNeeds(world: DemoWorld): Promise<void> {
  const { centreId, municipality } = world;
  const placeId = (name: string) => world.id("place", name);
  await world.work.manager.getRepository(CentrePlace).insert(
    (municipality.places ?? []).map((name) => ({
      centreId,
      id: placeId(name),
      name,
      simc: null,
    })),
  );
  await world.work.manager.getRepository(Need).insert(
    (municipality.needs ?? []).map((need) => ({
      centreId,
      id: world.id("need", need.code),
      networkId: world.id("network", need.network),
      title: need.title,
      area: need.area,
      gapKind: need.gapKind,
      evidence: need.evidence,
      status: need.status,
      targetGroup: need.targetGroup ?? "GENERAL",
      placeId: need.place ? placeId(need.place) : null,
      plannedAnswer: need.plannedAnswer ?? null,
      answerNote: need.answerNote ?? null,
      counted: false,
      withdrawnAt: null,
      reportedAt: morning(world, need.reported),
      personsEstimated: need.persons ?? null,
      version: 1,
      createdAt: morning(world, need.reported),
    })),
  );
}

async function settleMeeting(
  world: DemoWorld,
  meeting: DemoMeeting,
): Promise<void> {
  const { centreId, municipality } = world;
  const { manager, now } = world.work;
  const id = world.id("meeting", meeting.code);
  const startsAt = morning(world, meeting.day);
  await manager.getRepository(Meeting).insert({
    centreId,
    id,
    networkId: world.id("network", meeting.network),
    kind: meeting.kind,
    title: meeting.title,
    agenda: meeting.agenda,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
    place: meeting.place ?? null,
    status: meeting.present === undefined ? "PLANNED" : "HELD",
    cancelReason: null,
    version: 1,
    createdAt: now,
  });
  const network = municipality.networks.find(
    ({ key }) => key === meeting.network,
  );
  const invited = [world.hub.code, ...(network?.members ?? [])].slice(
    0,
    meeting.invited ?? 0,
  );
  await manager.getRepository(MeetingAttendance).insert(
    invited.map((code, place) => ({
      centreId,
      meetingId: id,
      partnerId: world.partnerId(code),
      present: place < (meeting.present ?? 0),
    })),
  );
}

function morning(world: DemoWorld, days: number): Date {
  return new Date(`${world.day(days)}T09:00:00Z`);
}
