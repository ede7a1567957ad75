// The timers of referrals: durable jobs that may ring more than once and take effect once; what is due at one moment is done together (decision 0081).
import type { Desk, Work } from "../events/index.js";
import { transact } from "../events/index.js";

interface TimerPayload {
  centreId: string;
  referralId: string;
}

function isTimerPayload(payload: unknown): payload is TimerPayload {
  return (
    typeof payload === "object" &&
    payload !== null &&
    "centreId" in payload &&
    "referralId" in payload &&
    typeof payload.centreId === "string" &&
    typeof payload.referralId === "string"
  );
}

export type Timer = (payload: unknown) => Promise<void>;

/** A job of one referral. */
export const timerOf =
  (deskOf: (centreId: string) => Desk) =>
  <Outcome>(useCase: (work: Work, id: string) => Promise<Outcome>) =>
  async (payload: unknown): Promise<Outcome> => {
    if (!isTimerPayload(payload)) throw new Error("no payload of a timer");
    const { centreId, referralId } = payload;
    const desk = { ...deskOf(centreId), isRoutine: true };
    return transact(desk, (work) => useCase(work, referralId));
  };

/** Whose clock rings first takes along what else is due; where that fails, or others have it in hand, it goes by itself. */
export function togetherOr(
  timer: ReturnType<typeof timerOf>,
  onFault: (failure: unknown) => void,
) {
  return (
    /** @returns whether nothing is left to be done for the one whose clock rang */
    together: (work: Work, id: string) => Promise<boolean>,
    alone: (work: Work, id: string) => Promise<void>,
  ): Timer =>
    async (payload) => {
      // one that cannot be moved must not hold up the others
      const isDone = await timer(together)(payload).catch(
        (failure: unknown) => {
          onFault(failure);
          return false;
        },
      );
      if (!isDone) await timer(alone)(payload);
    };
}

/** Of a burst, as at the opening of a Monday, one commit does for so many. */
export const MOST_AT_ONCE = 40;

/** A timer for each; a later one replaces it. */
export async function ringEachAt(
  work: Work,
  task: string,
  timers: readonly { id: string; at: Date }[],
): Promise<void> {
  if (timers.length === 0) return;
  await work.rows(
    `select enqueue_job($1, g.id, g.at) from jsonb_to_recordset($2::jsonb) as g(id uuid, at timestamptz) order by g.id`,
    [task, JSON.stringify(timers)],
  );
}

/** A timer that is due and that nobody has in hand. */
export interface Rung {
  jobId: string;
  revision: number;
  referralId: string;
}

/** What else rings in the centre; asked before anything is read, so that whoever sets it anew meanwhile is heard. */
export function alsoRings(work: Work, task: string): Promise<Rung[]> {
  return work.rows<Rung>(
    `select job_id as "jobId", revision, referral_id as "referralId" from due_timers($1, $2, $3)`,
    [task, work.now, MOST_AT_ONCE],
  );
}

/** They were done here; one that was set anew meanwhile rings all the same. */
export async function haveRung(
  work: Work,
  rung: readonly Rung[],
): Promise<void> {
  if (rung.length > 0)
    await work.rows(`select forget_timers($1::jsonb)`, [JSON.stringify(rung)]);
}
