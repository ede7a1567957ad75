// The list that a referral belongs to, held until the work ends: whoever plans, moves or refers on by hand comes after the other.
import type { Work } from "../../events/index.js";
import {
  InputCheck,
  type InvalidInput,
} from "../../platform/graphql/problem.js";
import { openStates } from "../transitions.js";
import { Chain, FallbackRow } from "./chain.js";

/** Of whichever place in it the referral is; null: it has none. */
export async function lockChainOf(
  work: Work,
  referralId: string,
): Promise<Chain | null> {
  const { centreId } = work;
  const [of] = await work.rows<{ id: string }>(
    `select id from referral_chain where centre_id = $1 and id = $2
     union all
     select chain_id from referral_fallback where centre_id = $1 and next_id = $2`,
    [centreId, referralId],
  );
  return of
    ? work.manager.getRepository(Chain).findOne({
        where: { centreId, id: of.id },
        lock: { mode: "pessimistic_write" },
      })
    : null;
}

export async function waitingIn(
  work: Work,
  { centreId, id: chainId }: Chain,
): Promise<FallbackRow[]> {
  return work.manager.getRepository(FallbackRow).find({
    where: { centreId, chainId, state: "WAITING" },
    order: { place: "ASC" },
  });
}

/** She refers on herself: the list of that referral stops, unless it was quicker. */
export async function stopBeforeReferring(
  work: Work,
  followsId: string,
): Promise<InvalidInput | null> {
  const chain = await lockChainOf(work, followsId);
  if (!chain) return null;
  const { centreId, id, currentId, stoppedBy } = chain;
  const [isAhead] =
    currentId === followsId
      ? []
      : await work.rows(
          `select from referral where centre_id = $1 and id = $2 and status = any($3)`,
          [centreId, currentId, openStates],
        );
  const check = new InputCheck(work.say).that(
    isAhead === undefined,
    "followsId",
    {
      pl: "Plan awaryjny był szybszy: następne skierowanie już wyszło. Zobacz je na liście skierowań.",
      en: "The fallback list was quicker: the next referral has gone out. See it in the list of referrals.",
    },
  );
  if (check.problem) return check.problem;
  if (!stoppedBy && currentId === followsId)
    await work.manager
      .getRepository(Chain)
      .update(
        { centreId, id },
        { stoppedBy: "REFERRED_ON", version: chain.version + 1 },
      );
  return null;
}
