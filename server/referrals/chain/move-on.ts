// Nobody took a referral: the system sends the next one of its coordinator's list, in her name, once; what cannot be sent now is skipped with its reason.
import { randomUUID } from "node:crypto";

import { In } from "typeorm";

import type { NewEvent, Work } from "../../events/index.js";
import { EXPIRE_REFERRAL } from "../expire-referral.js";
import { referralEvent } from "../move-referral.js";
import { Referral, ReferralSubject } from "../referral.js";
import { ringEachAt } from "../timers.js";
import {
  Chain,
  FallbackRow,
  FALLBACKS_MOVED,
  type FallbackStop,
} from "./chain.js";
import { lockChainOf, waitingIn } from "./lock-chain.js";
import { holdCandidates, nextTo } from "./next-of-list.js";
import { eventOf } from "./plan-fallbacks.js";
import { whatStops } from "./what-stops.js";

export const MOVE_ON = "move-on";

/** A referral with a list ended unanswered or declined: the list moves in a job of its own, so that no crash loses it. */
export async function askToMoveOn(
  work: Work,
  ended: readonly NewEvent[],
): Promise<void> {
  const listed = await work.inSystemsName(() =>
    work.rows<{ id: string }>(
      `select current_id as id from referral_chain where centre_id = $1 and current_id = any($2) and stopped_by is null
       order by 1`,
      [work.centreId, ended.map(({ subjectId }) => subjectId)],
    ),
  );
  await ringEachAt(
    work,
    MOVE_ON,
    listed.map(({ id }) => ({ id, at: work.now })),
  );
}

/** May run again and again, in several processes: whoever comes second finds that the list is at another referral. */
export async function moveOn(work: Work, referralId: string): Promise<void> {
  const chain = await lockChainOf(work, referralId);
  if (!chain || chain.stoppedBy || chain.currentId !== referralId) return;
  const from = await work.manager
    .getRepository(Referral)
    .findOneBy({ centreId: work.centreId, id: referralId });
  if (!from || from.isOpen) return;
  const stop = (await whatStops(work, [from])).get(from.id);
  if (stop) await stopAt(work, chain, from, stop);
  else await advance(work, chain, from);
}

/** @returns what went out; null where nobody could be sent to any of the rest */
export async function advance(
  work: Work,
  chain: Chain,
  from: Referral,
  nextId: string = randomUUID(),
): Promise<{ next: Referral | null; skipped: FallbackRow[] }> {
  const waiting = await waitingIn(work, chain);
  const held = await holdCandidates(work, from, waiting);
  const skipped: FallbackRow[] = [];
  for (const fallback of waiting) {
    const next = await nextTo(work, from, fallback, held, nextId);
    if (next instanceof Referral) {
      await sendNext(work, [{ chain, from, fallback, next }]);
      return { next, skipped };
    }
    const because = { state: "SKIPPED", skippedBecause: next } as const;
    const outcome = { decidedAt: work.now, ...because };
    await skip(work, fallback, outcome);
    skipped.push(Object.assign(new FallbackRow(), fallback, outcome));
  }
  await stopAt(work, chain, from, "NOTHING_LEFT");
  return { next: null, skipped };
}

async function stopAt(
  work: Work,
  chain: Chain,
  from: Referral,
  stoppedBy: FallbackStop,
): Promise<void> {
  await changeChain(work, chain, { stoppedBy });
  work.record(eventOf(from, FALLBACKS_MOVED));
}

async function changeChain(
  work: Work,
  { centreId, id, version }: Chain,
  change: Partial<Chain>,
): Promise<void> {
  await work.manager
    .getRepository(Chain)
    .update({ centreId, id }, { ...change, version: version + 1 });
}

async function skip(
  work: Work,
  { centreId, chainId, place }: FallbackRow,
  change: Partial<FallbackRow>,
): Promise<void> {
  await work.manager
    .getRepository(FallbackRow)
    .update({ centreId, chainId, place }, change);
}

/** One of a list goes out in its coordinator's name. */
export interface Step {
  chain: Chain;
  from: Referral;
  fallback: FallbackRow;
  next: Referral;
}

/** Of however many lists, in a few statements. */
export async function sendNext(
  work: Work,
  steps: readonly Step[],
): Promise<void> {
  const { centreId, manager, now } = work;
  const nexts = steps.map(({ next }) => next);
  await manager.getRepository(Referral).insert(nexts);
  const subjects = manager.getRepository(ReferralSubject);
  const known = await subjects.findBy({
    centreId,
    referralId: In(steps.map(({ from }) => from.id)),
  });
  const passed = steps.flatMap(({ from, next }) => {
    const subject = known.find(({ referralId }) => referralId === from.id);
    if (!subject) return [];
    const { senderAccountId, caseId, ownReference } = subject;
    const referralId = next.id;
    return [{ centreId, referralId, senderAccountId, caseId, ownReference }];
  });
  if (passed.length > 0) await subjects.insert(passed);
  const lists = steps.map(({ chain }) => chain.id);
  const moved = JSON.stringify(
    steps.map(({ chain, fallback, next }) => ({
      ...{ chainId: chain.id, place: fallback.place, nextId: next.id },
    })),
  );
  await work.rows(
    `update referral_fallback f set decided_at = $3, state = 'SENT', next_id = g."nextId"
     from jsonb_to_recordset($2::jsonb) as g("chainId" uuid, place integer, "nextId" uuid)
     where f.centre_id = $1 and f.chain_id = any($4) and f.chain_id = g."chainId" and f.place = g.place`,
    [centreId, moved, now, lists],
  );
  await work.rows(
    `update referral_chain c set current_id = g."nextId", version = c.version + 1
     from jsonb_to_recordset($2::jsonb) as g("chainId" uuid, "nextId" uuid)
     where c.centre_id = $1 and c.id = any($3) and c.id = g."chainId"`,
    [centreId, moved, lists],
  );
  for (const { from, next } of steps) {
    const change = "ReferralSent";
    const subject = passed.find(({ referralId }) => referralId === next.id);
    work.record(referralEvent(next, change));
    work.record(eventOf(from, FALLBACKS_MOVED));
    work.touch({
      action: "SEND",
      noun: "Referral",
      subjectId: next.id,
      fields: subject?.ownReference ? ["ownReference"] : [],
      change,
    });
  }
  await ringEachAt(
    work,
    EXPIRE_REFERRAL,
    nexts.flatMap(({ id, dueAt: at }) => (at ? [{ id, at }] : [])),
  );
}
