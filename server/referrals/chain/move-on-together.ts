// Lists of fallbacks that move at one moment move together: each as by itself, all in a few statements (decision 0081).
import { randomUUID } from "node:crypto";

import { In, IsNull } from "typeorm";

import { holdStandings } from "../../agreements/index.js";
import type { Work } from "../../events/index.js";
import {
  before,
  type Capacity,
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
import { Chain, FallbackRow, stopsAfter } from "./chain.js";
import {
  following,
  type Made,
  MOVE_ON,
  sendNext,
  type Step,
} from "./move-on.js";

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
  const stopped = await whichStop(
    work,
    froms.map(({ id }) => id),
  );
  const goOn = froms.filter(
    (one) => !one.isOpen && !stopsAfter(one) && !stopped.has(one.id),
  );
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

/** What became of her, the case or the referral since the list was set; an open case is held open. */
async function whichStop(
  work: Work,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const stopped = await work.rows<{ id: string }>(
    `select r.id from referral r where r.centre_id = $1 and r.id = any($2)
       and (exists (select from referral f where f.centre_id = $1 and f.follows_id = r.id) or has_left(r.sender_account_id)
         or not exists (select from account a where a.id = r.sender_account_id and a.status = 'ACTIVE'))`,
    [work.centreId, ids],
  );
  const cases = await work.rows<{ id: string; closed: boolean }>(
    `select s.referral_id as id, c.closed_on is not null as closed from referral_subject s
       join case_ref c on c.centre_id = s.centre_id and c.id = s.case_id
       where s.centre_id = $1 and s.referral_id = any($2) order by c.id for share of c`,
    [work.centreId, ids],
  );
  return new Set(
    [...stopped, ...cases.filter(({ closed }) => closed)].map(({ id }) => id),
  );
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
  const units = await unitsOf(
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
    const many = units.get(from.serviceId) === capacity.unit ? from.units : 1;
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
  const asked = new Set<string>();
  for (const list of lists) {
    const key = keyOf(list);
    if (asked.has(key)) continue;
    asked.add(key);
    const found = await groundsOfNext(work, list.service, list.from);
    if ("rule" in found) grounds.set(key, found);
  }
  return grounds;
}

/** In what each of the services counts. */
async function unitsOf(
  work: Work,
  serviceIds: readonly string[],
): Promise<Map<string, Capacity["unit"]>> {
  const rows = await work.rows<{ id: string; unit: Capacity["unit"] }>(
    `select service_id as id, unit from capacity where centre_id = $1 and service_id = any($2)`,
    [work.centreId, serviceIds],
  );
  return new Map(rows.map(({ id, unit }) => [id, unit]));
}
