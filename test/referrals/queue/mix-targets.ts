// On which referral something is done in a mix: mostly where the screen would offer it.
import { terminal } from "../../../server/referrals/transitions.js";
import type { Person } from "../../support/people.js";
import { leads } from "../moves.table.js";
import { verbs } from "../referring.js";
import type { Act, Mix, Standing } from "./mix.js";

export function one<Entry>(entries: readonly Entry[], place: number): Entry {
  const entry = entries[place % entries.length];
  if (entry === undefined) throw new Error("there is nothing to choose from");
  return entry;
}

/** Whether there is anything on which it can be done now. */
export function canBe(mix: Mix, { what, amount }: Act): boolean {
  const fits = FITS[what];
  return (
    !fits ||
    amount === WILD ||
    [...mix.stands.values()].some((of) => fits(of, mix))
  );
}

/** Done on any. */
const WILD = 5;

/** Mostly one of which the screen says that it can be done, by whom it is hers; else any that is open. */
export function targetOf(
  mix: Mix,
  { what, on, amount }: Act,
): [id: string | null, mine: Person | null] {
  const fits = FITS[what] ?? (() => true);
  const stands = [...mix.stands.values()];
  const fitting = amount === WILD ? [] : stands.filter((of) => fits(of, mix));
  const open = stands.filter(
    ({ status }) => !terminal.some((end) => end === status),
  );
  const [of] = [fitting, open, stands].flatMap((some) =>
    some.length > 0 ? [one(some, on)] : [],
  );
  const mine = mix.coordinators.find(
    ({ accountId }) => accountId === of?.sender,
  );
  return [of?.id ?? null, mine ?? null];
}

const is =
  (...statuses: string[]) =>
  ({ status }: Standing) =>
    statuses.includes(status);
const waits = is("SENT", "RECEIVED", "INFO_REQUESTED");

const ENDS: ReadonlySet<string> = new Set([
  ...["completeReferral", "discontinueReferral", "withdrawReferral"],
  "suspendReferral",
]);

/** When something can be done with a referral. */
const FITS: Partial<Record<Act["what"], (of: Standing, mix: Mix) => boolean>> =
  {
    ...Object.fromEntries(
      verbs.map((verb) => {
        const stands = is(...Object.keys(leads[verb]));
        // of what was begun before the mix lists are written as long as it goes
        return [
          verb,
          (of: Standing, mix: Mix) =>
            stands(of) && !(ENDS.has(verb) && of.id === mix.begun),
        ];
      }),
    ),
    arrange: is("ACCEPTED"),
    appear: ({ state, hasCome }) => state === "PLANNED" && hasCome === true,
    missed: ({ status, state }) =>
      status === "ACCEPTED" && state === "DID_NOT_COME",
    attend: is("IN_PROGRESS"),
    redeem: is("SENT", "RECEIVED", "ACCEPTED"),
    plan: waits,
    sendNow: ({ chainVersion }) => chainVersion !== null,
  };
