// A network rests, goes on, or is closed for good; closing takes nobody's last place in the centre (decision 0048).
import { Field, ID, InputType, Int } from "type-graphql";
import { IsNull, Not } from "typeorm";

import type { Work } from "../events/index.js";
import { localDate } from "../platform/calendar.js";
import { holdsPersonsNumber } from "../platform/free-text.js";
import {
  InputCheck,
  InvalidInput,
  unknownNoun,
} from "../platform/graphql/problem.js";
import {
  findNetworkToTurn,
  holdPlace,
  movedWords,
  NetworkMoved,
  recordOfNetwork,
} from "./found-network.js";
import { JointAction } from "./joint-action.js";
import { whatHoldsLeaving } from "./leaving.js";
import { NetworkMembership } from "./membership.js";
import { Network } from "./network.js";
import { NetworkChange, whatHoldsStopping } from "./network-change.js";
import { noPersonsNumber } from "./network-words.js";

@InputType({ description: "What becomes of a network, and why." })
export class SetNetworkStateInput {
  @Field(() => ID, { description: "Which network; not one that is closed." })
  networkId!: string;

  @Field(() => Int, { description: "The version that was seen." })
  ifVersion!: number;

  @Field(() => NetworkChange, { description: "What becomes of it." })
  change!: NetworkChange;

  @Field(() => String, {
    nullable: true,
    description:
      "Why, 5 to 300 characters, for everybody to read; none where it goes on.",
  })
  reason?: string | null;
}

const EVENTS = {
  REST: "NetworkRested",
  RESUME: "NetworkResumed",
  CLOSE: "NetworkClosed",
} as const;

export async function setNetworkState(
  work: Work,
  input: SetNetworkStateInput,
): Promise<Network | NetworkMoved | InvalidInput> {
  const network = await findNetworkToTurn(work, input.networkId);
  if (network instanceof InvalidInput) return network;
  const { change } = input;
  const reason = input.reason?.trim() || null;
  const problem = faults(work, network, change, reason);
  if (problem) return problem;
  if (network.version !== input.ifVersion)
    return new NetworkMoved(work.say(movedWords), network);
  if (change !== "RESUME") {
    const held =
      (await whatHoldsStopping(work, network, change)) ??
      (change === "CLOSE" ? await endMemberships(work, network) : null);
    if (held) return held;
  }
  const changed = {
    ...stateAfter(network, change, reason, localDate(work.now)),
    version: network.version + 1,
  };
  const { centreId, id } = network;
  Object.assign(network, changed);
  await work.manager.getRepository(Network).update({ centreId, id }, changed);
  recordOfNetwork(work, EVENTS[change], id, { status: network.status });
  return network;
}

function faults(
  work: Work,
  { status }: Network,
  change: NetworkChange,
  reason: string | null,
): InvalidInput | null {
  const length = reason?.length ?? 0;
  return new InputCheck(work.say)
    .that(change !== "REST" || status !== "DORMANT", "change", {
      pl: "Praca tej sieci już jest zawieszona.",
      en: "This network rests already.",
    })
    .that(change !== "RESUME" || status === "DORMANT", "change", {
      pl: "Wznowić można tylko sieć, której praca jest zawieszona.",
      en: "Only a network that rests can go on.",
    })
    .that(change === "RESUME" || (length >= 5 && length <= 300), "reason", {
      pl: "Napisz, dlaczego: od 5 do 300 znaków.",
      en: "Write why: from 5 to 300 characters.",
    })
    .that(!holdsPersonsNumber(reason ?? ""), "reason", noPersonsNumber).problem;
}

function stateAfter(
  { status, resumesAs }: Network,
  change: NetworkChange,
  stateReason: string | null,
  day: string,
): Pick<Network, "status" | "stateSince" | "stateReason" | "resumesAs"> {
  switch (change) {
    case "REST":
      return {
        status: "DORMANT",
        stateSince: day,
        stateReason,
        resumesAs: status,
      };
    case "RESUME":
      return {
        status: resumesAs ?? status,
        stateSince: null,
        stateReason: null,
        resumesAs: null,
      };
    case "CLOSE":
      return {
        status: "CLOSED",
        stateSince: day,
        stateReason,
        resumesAs: null,
      };
  }
}

/** All memberships end with the network, and what is done together; refused where it is somebody's only one. */
async function endMemberships(
  work: Work,
  { centreId, id: networkId }: Network,
): Promise<InvalidInput | null> {
  const memberships = work.manager.getRepository(NetworkMembership);
  const open = { centreId, networkId, leftOn: IsNull() };
  const there = await memberships.findBy({ ...open, role: Not("INVITED") });
  // of two networks that end at one moment one is the last
  for (const partnerId of there.map((one) => one.partnerId).sort())
    await holdPlace(work, partnerId);
  const last = await whoHasNoOther(work, networkId);
  if (last.length > 0) return onlyPlaceOf(work, last);
  const day = localDate(work.now);
  const held = await whatVoicelessHold(work, networkId, day);
  if (held) return held;
  const rises = { version: () => "version + 1" };
  await work.inSystemsName(async () => {
    await memberships.update(
      { ...open, role: Not("INVITED") },
      { leftOn: day, untilClosing: true, ...rises },
    );
    await memberships.update(open, { leftOn: day, ...rises });
  });
  await work.manager
    .getRepository(JointAction)
    .update(
      { centreId, networkId, endedOn: IsNull() },
      { endedOn: day, untilClosing: true, ...rises },
    );
  return null;
}

/** By short name; the organisation of the centre itself has its place anyway. */
async function whoHasNoOther(work: Work, networkId: string): Promise<string[]> {
  const rows = await work.rows<{ short_name: string }>(
    `select p.short_name from network_membership m
     join partner p on p.centre_id = m.centre_id and p.id = m.partner_id
     join centre c on c.id = m.centre_id
     where m.centre_id = $1 and m.network_id = $2 and m.left_on is null and m.role <> 'INVITED'
       and m.partner_id is distinct from c.hub_partner_id
       and not exists (select from network_membership o where o.centre_id = m.centre_id and o.partner_id = m.partner_id
         and o.network_id <> m.network_id and o.left_on is null
         and (o.role in ('HUB', 'MEMBER') or o.role = 'OBSERVER' and m.role = 'OBSERVER'))
     order by folded(p.short_name)`,
    [work.centreId, networkId],
  );
  return rows.map((row) => row.short_name);
}

/** Who watches here and there and has no voice anywhere hands over as one who leaves. */
async function whatVoicelessHold(
  work: Work,
  networkId: string,
  leavingOn: string,
): Promise<InvalidInput | null> {
  const voiceless = await work.rows<{ id: string; short_name: string }>(
    `select p.id, p.short_name from network_membership m
     join partner p on p.centre_id = m.centre_id and p.id = m.partner_id
     join centre c on c.id = m.centre_id
     where m.centre_id = $1 and m.network_id = $2 and m.left_on is null and m.role = 'OBSERVER'
       and m.partner_id is distinct from c.hub_partner_id
       and not exists (select from network_membership o where o.centre_id = m.centre_id and o.partner_id = m.partner_id
         and o.network_id <> m.network_id and o.left_on is null and o.role in ('HUB', 'MEMBER'))
     order by p.id`,
    [work.centreId, networkId],
  );
  for (const { id: partnerId, short_name: name } of voiceless) {
    const held = await whatHoldsLeaving(work, { partnerId, leavingOn });
    if (held) {
      const message = `${name}: ${held.message}`;
      return unknownNoun(work.say, "change", { pl: message, en: message });
    }
  }
  return null;
}

const MOST_NAMES = 10;

function onlyPlaceOf(work: Work, names: readonly string[]): InvalidInput {
  const more = names.length - MOST_NAMES;
  const told = names.slice(0, MOST_NAMES).join(", ");
  return unknownNoun(work.say, "change", {
    pl: `Te organizacje nie są w żadnej innej sieci: ${told}${more > 0 ? ` i jeszcze ${String(more)}` : ""}. Najpierw zaproś je do innej sieci albo zakończ ich odejście.`,
    en: `These organisations are in no other network: ${told}${more > 0 ? ` and ${String(more)} more` : ""}. First invite them into another one, or complete their leaving.`,
  });
}
