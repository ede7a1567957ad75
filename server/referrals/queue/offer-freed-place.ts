// A freed place is offered by itself: a job of the system that follows each change of numbers, and looks around each hour (decision 0078).
import type { DataSource } from "typeorm";

import type { Desk, Work } from "../../events/index.js";
import { transact } from "../../events/index.js";
import { atEachCentre } from "../../identity/index.js";
import { Capacity, findService } from "../../offer/index.js";
import { Problem } from "../../platform/graphql/problem.js";
import { system } from "../../platform/permission/expression.js";
import { groundsOfPlacing } from "../grounds.js";
import { moveLocked } from "../move-referral.js";
import { Referral } from "../referral.js";
import { AgreementMissing } from "../referral-problems.js";
import { offerTo } from "./offering.js";
import type { PassedOver } from "./passed-over.js";
import { nextInTurn } from "./turn.js";
import { waitingFor } from "./waiting.js";

const OFFER_FREED_PLACE = "offer-freed-place";
const OFFER_FREED_PLACES = "offer-freed-places";

/** What was blocked may be free to go: an agreement has begun, a basis was renewed. */
export const offerFreedPlacesHourly = `23 * * * * ${OFFER_FREED_PLACES} ?fill=2h`;

/** Somebody else moved first: what was done is undone, and looked at anew. */
class Elsewhere extends Problem {}

interface Step {
  id: string;
  wasPassed: boolean;
}

/** So often somebody may be quicker, before the job is left to come again. */
const TRIES = 20;

/** Offers what is free to whose turn it is, one after the other, until nobody is left whose turn it is. */
async function offerFreedPlace(desk: Desk, serviceId: string): Promise<void> {
  const blocked = new Set<string>();
  for (let moved = 0; moved < TRIES;) {
    const step = await transact(desk, (work) =>
      offerNext(work, serviceId, blocked),
    );
    if (step === null) return;
    if (step instanceof Elsewhere) moved += 1;
    else if (step.wasPassed) blocked.add(step.id);
  }
  throw new Error("a queue moved faster than its places are offered");
}

/** What a change of numbers does not tell of: each service that has both, of each centre. */
function offerFreedPlaces(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
): Promise<void> {
  return atEachCentre(dataSource, deskOf, async (desk) => {
    const services = await transact(desk, (work) =>
      work.rows<{ id: string }>(
        `select service_id as id from capacity where centre_id = $1 and waiting_referred > 0
           and total > occupied + reserved and not suspended and confirmed_at is not null order by 1`,
        [work.centreId],
      ),
    );
    for (const { id } of services) await offerFreedPlace(desk, id);
  });
}

async function offerNext(
  work: Work,
  serviceId: string,
  blocked: ReadonlySet<string>,
): Promise<Step | Elsewhere | null> {
  const service = await findService(work, serviceId);
  const capacity = await work.manager
    .getRepository(Capacity)
    .findOneBy({ centreId: work.centreId, serviceId });
  if (!service || !capacity) return null;
  const next = nextInTurn(await waitingFor(work, serviceId), capacity, blocked);
  if (!next) return null;
  const { id } = next;
  const referral = await work.manager.getRepository(Referral).findOne({
    where: { centreId: work.centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (referral?.status !== "WAITLISTED") return new Elsewhere("");
  const grounds = await groundsOfPlacing(work, service, referral);
  if (!("agreementId" in grounds)) {
    const why = grounds instanceof AgreementMissing ? "AGREEMENT" : "BASIS";
    if (referral.passedOver !== why) await passOver(work, id, why);
    return { id, wasPassed: true };
  }
  const moved = await moveLocked(
    work,
    id,
    {
      to: "OFFERED",
      sides: ["SYSTEM"],
      event: "PlaceOffered",
      permission: system(),
    },
    async (offered, numbers) => {
      // under the lock of the numbers, through which everybody who joins or leaves the queue must come
      const now = await numbers.locked();
      const queue = await waitingFor(work, serviceId);
      return nextInTurn(queue, now, blocked)?.id === id &&
        (await offerTo(work, offered, numbers, grounds))
        ? undefined
        : new Elsewhere("");
    },
  );
  return moved instanceof Referral
    ? { id, wasPassed: false }
    : new Elsewhere("");
}

async function passOver(
  work: Work,
  id: string,
  why: PassedOver,
): Promise<void> {
  await moveLocked(
    work,
    id,
    {
      to: "WAITLISTED",
      from: "WAITLISTED",
      sides: ["SYSTEM"],
      event: "PlacePassedOver",
      permission: system(),
    },
    async (waiting) => {
      waiting.passedOver = why;
      return undefined;
    },
  );
}

function isPayload(
  payload: unknown,
): payload is { centreId: string; serviceId: string } {
  return (
    typeof payload === "object" &&
    payload !== null &&
    "centreId" in payload &&
    "serviceId" in payload &&
    typeof payload.centreId === "string" &&
    typeof payload.serviceId === "string"
  );
}

export function queueTasks(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
) {
  return {
    [OFFER_FREED_PLACE]: async (payload: unknown) => {
      if (!isPayload(payload)) throw new Error("no payload of a service");
      const desk = { ...deskOf(payload.centreId), isRoutine: true };
      await offerFreedPlace(desk, payload.serviceId);
    },
    [OFFER_FREED_PLACES]: () => offerFreedPlaces(dataSource, deskOf),
  };
}
