// Lists of fallbacks that move at one moment move together: each as by itself, all in a few statements (decision 0081).
import { randomUUID } from "node:crypto";

import { In, IsNull } from "typeorm";

import { holdStandings } from "../../agreements/index.js";
import type { Work } from "../../events/index.js";
import {
  before,
  type CapacityChange,
  lockCapacities,
  nextVersion,
  Service,
  writeCapacities,
} from "../../offer/index.js";
import { inOrder } from "../../platform/graphql/loader.js";
import { type Grounds, groundsOfNext } from "../grounds.js";
import { heldBy, holdsLeftOf } from "../open-holds.js";
import { Referral } from "../referral.js";
import { nextNumbers } from "../referral-number.js";
import { alsoRings, haveRung } from "../timers.js";
import { Chain, FallbackRow } from "./chain.js";
import { MOVE_ON, sendNext, type Step } from "./move-on.js";
import { following, type Made, unitsOf, unitsThere } from "./next-of-list.js";
import { whatStops } from "./what-stops.js";

/** The list, the referral that nobody took, and the first of what is left. */
interface Standing {
  chain: Chain;
  from: Referral;
  fallback: FallbackRow;
  service: Service;
}

/**
 * Where all that a list needs is there, its next goes out with those of the others. One that stops, or whose next is
 * to be skipped, moves by itself afterwards, as does one that somebody else has in hand.
 */
export async function moveOnDue(work: Work, id: string): Promise<boolean> {
  const rung = await alsoRings(work, MOVE_ON);
  const ids = [...new Set([id, ...rung.map(({ referralId }) => referralId)])];
  const sent = await sendEach(work, await holdLists(work, ids));
  await haveRung(
    work,
    rung.filter(({ referralId }) => sent.has(referralId)),
  );
  return sent.has(id);
}

/** Their lists, then their cases, each in the order of their ids (decision 0099); whose clock rang first comes first. */
async function holdLists(
  work: Work,
  ids: readonly string[],
): Promise<Standing[]> {
  const { centreId, manager } = work;
  const chains = await manager.getRepository(Chain).find({
    where: { centreId, currentId: In([...ids]), stoppedBy: IsNull() },
    order: { id: "ASC" },
    lock: { mode: "pessimistic_write", onLocked: "skip_locked" },
  });
  const froms = await manager
    .getRepository(Referral)
    .findBy({ centreId, id: In(chains.map((one) => one.currentId)) });
  const ended = froms.filter(({ isOpen }) => !isOpen);
  const stopped = await whatStops(work, ended);
  const goOn = ended.filter(({ id }) => !stopped.has(id));
  const waiting = await manager.getRepository(FallbackRow).find({
    where: {
      centreId,
      chainId: In(chains.map((one) => one.id)),
      state: "WAITING",
    },
    order: { chainId: "ASC", place: "ASC" },
  });
  const services = await manager
    .getRepository(Service)
    .findBy({ centreId, id: In(waiting.map((one) => one.serviceId)) });
  return inOrder(ids, goOn, (one) => one.id).flatMap((from) => {
    const chain = chains.find(({ currentId }) => currentId === from?.id);
    const fallback = waiting.find(({ chainId }) => chainId === chain?.id);
    const service = services.find((one) => one.id === fallback?.serviceId);
    return from && chain && fallback && service
      ? [{ chain, from, fallback, service }]
      : [];
  });
}

/** @returns whose next has gone out */
async function sendEach(
  work: Work,
  lists: readonly Standing[],
): Promise<ReadonlySet<string>> {
  if (lists.length === 0) return new Set();
  const services = new Map(lists.map(({ service }) => [service.id, service]));
  await holdStandings(
    work,
    [...new Set([...services.values()].map((one) => one.partnerId))],
    "SHARED",
  );
  const grounds = await groundsOfEach(work, lists);
  const senders = lists.map(({ from }) => from.senderAccountId);
  const open = await holdsLeftOf(work, [...new Set(senders)]);
  const capacities = await lockCapacities(work, [...services.keys()]);
  const counted = await unitsOf(
    work,
    lists.map(({ from }) => from.serviceId),
  );
  const changes: CapacityChange[] = [];
  const ready: (Omit<Step, "next"> & { made: Made })[] = [];
  for (const { chain, from, fallback, service } of lists) {
    const capacity = capacities.get(service.id);
    const given = grounds.get(keyOf({ from, service }));
    const left = open.get(from.senderAccountId);
    if (!capacity || !given || !left) continue;
    const many = unitsThere(from, capacity, counted);
    const was = before(capacity);
    const held = heldBy(capacity, many);
    if (left.left < held || !capacity.hold(many)) continue;
    left.left -= held;
    const id = randomUUID();
    changes.push(
      nextVersion(service, was, capacity, { kind: "RESERVE", referralId: id }),
    );
    const made = { id, service, units: many, grounds: given };
    ready.push({ chain, from, fallback, made });
  }
  if (ready.length === 0) return new Set();
  await writeCapacities(work, changes);
  const numbers = await nextNumbers(work, ready.length);
  await sendNext(
    work,
    ready.map(({ made, ...step }, place) => ({
      ...step,
      next: following(work, step.from, made, numbers[place] ?? ""),
    })),
  );
  return new Set(ready.map(({ from }) => from.id));
}

const keyOf = ({ from, service }: Pick<Standing, "from" | "service">) =>
  `${service.id} ${from.priority}`;

/** Each service is asked once for each priority; where no agreement lets anybody be sent there is none. */
async function groundsOfEach(
  work: Work,
  lists: readonly Standing[],
): Promise<Map<string, Grounds>> {
  const grounds = new Map<string, Grounds>();
  const each = new Map(lists.map((list) => [keyOf(list), list]));
  for (const [key, { service, from }] of each) {
    const found = await groundsOfNext(work, service, from);
    if ("rule" in found) grounds.set(key, found);
  }
  return grounds;
}
