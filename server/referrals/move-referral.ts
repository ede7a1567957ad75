// The one way in which a referral moves: found, allowed, locked, moved with its numbers, written with its event.
import { In } from "typeorm";

import type { NewEvent } from "../events/index.js";
import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import type {
  Capacity,
  CapacityChange,
  LedgerKind,
  Service,
} from "../offer/index.js";
import {
  before,
  findService,
  lockCapacity,
  nextVersion,
  writeCapacities,
} from "../offer/index.js";
import { fromGlobalId } from "../platform/graphql/global-id.js";
import { inOrder } from "../platform/graphql/loader.js";
import type { InvalidInput, Problem } from "../platform/graphql/problem.js";
import { allows } from "../platform/permission/allows.js";
import type { Expression } from "../platform/permission/expression.js";
import type { Touch } from "../platform/permission/touch.js";
import { followReferral } from "./appointments/find-appointment.js";
import { Referral } from "./referral.js";
import type { ReferralMoved } from "./referral-problems.js";
import { referralMoved, unknownReferral } from "./referral-problems.js";
import type { ReferralStatus } from "./referral-status.js";
import type { ReferralRow } from "./referrals.policy.js";
import { referralPolicy } from "./referrals.policy.js";
import type { Side } from "./transitions.js";
import { endEmergency, holdEmergency } from "./withdrawal/end-emergency.js";

export interface Move {
  to: ReferralStatus;
  /** Where more than one move leads there: from where this one does. */
  from?: ReferralStatus;
  /** Whose move it is; of several the first that the table knows. */
  sides: readonly Side[];
  /** In the past tense. */
  event: string;
  permission: Expression<ReferralRow>;
  /** False: it may be made again, and a repeat is known by its key. */
  isOnce?: boolean;
}

/** The numbers of the referral's service: locked when first asked for, written once. */
export class Numbers {
  private line: LedgerKind | null = null;
  private reason: string | null = null;
  private was: Capacity | null = null;
  private capacity: Capacity | null = null;
  private found: Service | null = null;

  constructor(
    private readonly work: Work,
    private readonly referral: Referral,
    /** Where they are locked already, with those of others. */
    held: { capacity: Capacity; service: Service } | null = null,
  ) {
    this.capacity = held?.capacity ?? null;
    this.found = held?.service ?? null;
  }

  async service(): Promise<Service> {
    this.found ??= await findService(this.work, this.referral.serviceId);
    if (!this.found) throw new Error("the service of a referral is not seen");
    return this.found;
  }

  /** As they are, and as nobody else changes them until the work ends. */
  async locked(): Promise<Capacity> {
    this.capacity ??= await lockCapacity(this.work, this.referral.serviceId);
    if (!this.capacity) throw new Error("the service has no numbers");
    this.was ??= before(this.capacity);
    return this.capacity;
  }

  /** Changes the numbers by a rule; what the rule answers comes back. */
  async change<Answer>(
    kind: LedgerKind,
    rule: (capacity: Capacity) => Answer,
  ): Promise<Answer> {
    const capacity = await this.locked();
    this.line = kind;
    return rule(capacity);
  }

  /** The version that this change makes of them. */
  get version(): number {
    return (this.was?.version ?? 0) + 1;
  }

  /** Why, where the ledger shall keep it. */
  because(reason: string): void {
    this.reason = reason || null;
  }

  async write(): Promise<void> {
    const change = await this.taken();
    if (change) await writeCapacities(this.work, [change]);
  }

  /** The change to be written with those of others; null: none. */
  async taken(): Promise<CapacityChange | null> {
    if (!this.line || !this.was || !this.capacity) return null;
    return nextVersion(await this.service(), this.was, this.capacity, {
      kind: this.line,
      referralId: this.referral.id,
      reason: this.reason,
    });
  }
}

/**
 * Units come back from whatever the referral takes: a hold or reservation at once, what was occupied by the rule of
 * its unit, a place in the queue as the queue's.
 */
export async function giveBack(
  referral: Referral,
  was: ReferralStatus,
  numbers: Numbers,
): Promise<void> {
  const { units } = referral;
  if (referral.takes === "RESERVED")
    await numbers.change("RELEASE", (capacity) => {
      capacity.release(units);
    });
  else if (referral.takes === "OCCUPIED")
    await numbers.change("FINISH", (capacity) => {
      capacity.finish(units);
    });
  else if (was === "WAITLISTED")
    await numbers.change("WAITING", (capacity) => {
      capacity.unqueue(units);
    });
  referral.takes = "NOTHING";
}

export async function findReferral(
  work: Work,
  id: string,
): Promise<Referral | null> {
  const referral = await work.manager
    .getRepository(Referral)
    .findOneBy({ centreId: work.centreId, id });
  const isVisible =
    referral &&
    (work.actor.kind === "system" ||
      allows(referralPolicy.read, work.actor, referral));
  return isVisible ? referral : null;
}

/** Of many at once, in the order asked; null where one is not to be seen. Locked by their ids, one after the other. */
export async function findReferrals(
  work: Work,
  ids: readonly string[],
  { forUpdate = false } = {},
): Promise<(Referral | null)[]> {
  const found = await work.manager.getRepository(Referral).find({
    where: { centreId: work.centreId, id: In([...ids]) },
    order: { id: "ASC" },
    ...(forUpdate ? { lock: { mode: "pessimistic_write" } } : {}),
  });
  return inOrder(
    ids,
    found.filter((one) => allows(referralPolicy.read, work.actor, one)),
    ({ id }) => id,
  );
}

/** @throws FORBIDDEN where it is seen, but not the actor's to move so */
export async function moveReferral<Result extends Problem | undefined>(
  work: Work,
  referralId: string,
  move: Move,
  effect: (
    referral: Referral,
    numbers: Numbers,
    was: ReferralStatus,
  ) => Promise<Result>,
): Promise<Referral | ReferralMoved | InvalidInput | NonNullable<Result>> {
  const id = fromGlobalId("Referral", referralId);
  work.means({ ...touchOf(id), change: move.event });
  const seen = await findReferral(work, id);
  if (!seen) return unknownReferral(work.say);
  authorize(work, move.permission, seen);
  return moveLocked(work, id, move, effect);
}

/** Also the way of the system, whose moves nobody asks for. */
export async function moveLocked<Result extends Problem | undefined>(
  work: Work,
  id: string,
  move: Move,
  effect: (
    referral: Referral,
    numbers: Numbers,
    was: ReferralStatus,
  ) => Promise<Result>,
): Promise<Referral | ReferralMoved | InvalidInput | NonNullable<Result>> {
  const referral = await work.manager.getRepository(Referral).findOne({
    where: { centreId: work.centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (!referral) return unknownReferral(work.say);
  const isThere = move.from === undefined || referral.status === move.from;
  const side =
    isThere && move.sides.find((one) => referral.canMove(move.to, one));
  if (!side)
    return move.isOnce !== false && (await hasDone(work, referral, move.event))
      ? referral
      : referralMoved(work.say, referral);
  const was = referral.status;
  const numbers = new Numbers(work, referral);
  const moved = Object.assign(new Referral(), referral);
  moved.move(move.to, side, work.now);
  const emergency = await holdEmergency(work, moved);
  const refused = await effect(moved, numbers, was);
  if (refused) return refused;
  await numbers.write();
  await saveReferral(work, moved, move.event);
  if (was === "ACCEPTED") await followReferral(work, moved);
  if (emergency) await endEmergency(work, emergency);
  return moved;
}

/** @param told what the event says beside the referral */
export async function saveReferral(
  work: Work,
  referral: Referral,
  event: string,
  told: NewEvent["facts"] = {},
): Promise<void> {
  const { centreId, id, version } = referral;
  const saved = await work.manager
    .getRepository(Referral)
    .update(
      { centreId, id, version: version - 1 },
      Object.assign({}, referral),
    );
  if (saved.affected !== 1)
    throw new Error("a locked referral was changed by somebody else");
  tellOfMove(work, referral, event, told);
}

/** Of a move that is written: to the log, and to the record of who did what. */
export function tellOfMove(
  work: Work,
  referral: Referral,
  event: string,
  told: NewEvent["facts"] = {},
): void {
  const line = referralEvent(referral, event);
  work.record({ ...line, facts: { ...line.facts, ...told } });
  const field = NOTED[event];
  work.touch({
    ...touchOf(referral.id),
    fields: field && (isBeside(field) || referral[field]) ? [field] : [],
    change: event,
  });
}

/** Rows of their own beside the referral. */
const BESIDE = ["messages", "suggestions", "appointment"] as const;
type Beside = (typeof BESIDE)[number];

function isBeside(field: string): field is Beside {
  return BESIDE.some((one) => one === field);
}

/** What a person writes down of somebody with a move. */
const NOTED: Partial<
  Record<
    string,
    | "withdrawReason"
    | "statutoryDocumentRef"
    | "suspendNote"
    | "result"
    | Beside
  >
> = {
  ReferralWithdrawn: "withdrawReason",
  ReferralSuspended: "suspendNote",
  ReferralStarted: "statutoryDocumentRef",
  ReferralCompleted: "result",
  InformationRequested: "messages",
  InformationGiven: "messages",
  ServiceSuggested: "suggestions",
  SuggestionDecided: "suggestions",
  AnotherDateAsked: "appointment",
};

export function touchOf(subjectId: string): Touch {
  return { action: "UPDATE", noun: "Referral", subjectId, fields: [] };
}

/** What the log says of a move of a referral. */
export function referralEvent(referral: Referral, type: string): NewEvent {
  return {
    type,
    topic: "REFERRAL",
    subjectId: referral.id,
    partnerId: referral.partnerId,
    senderAccountId: referral.senderAccountId,
    facts: {
      status: referral.status,
      version: referral.version,
      serviceId: referral.serviceId,
      units: referral.units,
      reason:
        referral.declineReason ??
        referral.discontinueReason ??
        referral.suspendReason ??
        referral.passedOver,
    },
  };
}

/** Of what leaves the referral as it is: it has no version of its own. */
export function standingEvent(referral: Referral, type: string): NewEvent {
  const { facts, ...event } = referralEvent(referral, type);
  const { version: _, ...told } = facts;
  return { ...event, facts: told };
}

/** Repeated by the same organisation after it took effect: it is done, and nobody else was quicker. */
async function hasDone(
  work: Work,
  referral: Referral,
  event: string,
): Promise<boolean> {
  if (!("partnerId" in work.actor)) return false;
  const done = await work.rows(
    `select from event where centre_id = $1 and subject_id = $2 and type = $3 and actor_partner_id = $4 limit 1`,
    [work.centreId, referral.id, event, work.actor.partnerId],
  );
  return done.length > 0;
}
