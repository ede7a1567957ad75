// What is done in a mix, by whom, how often it is said, and which answers are expected.
import type pg from "pg";

import type { Mail } from "../../../server/platform/mail.js";
import type { Api } from "../../support/api.js";
import type { Person } from "../../support/people.js";
import type { Offered } from "../../support/settling.js";
import { aKey } from "../../support/world.js";
import { dateOf } from "../appointments/arranging.js";
import { coordinators } from "../moves.table.js";
import type { Outcome, Referring, Verb } from "../referring.js";
import { furtherOf, move, send } from "../referring.js";
import {
  type FurtherAct,
  furtherActs,
  inHours,
  sayingFurther,
} from "./mix-acts.js";
import { one, targetOf } from "./mix-targets.js";

/** One act: what is done, on which of the known referrals, and how often it is said. */
export interface Act {
  what: "send" | "set" | "walk" | "again" | FurtherAct | Verb;
  on: number;
  amount: number;
  by: number;
  /** Said again, because the answer was lost; at once, or when the first is done. */
  repeat: "no" | "at once" | "afterwards";
}

export interface Round {
  acts: Act[];
  hours: number;
  /** Jobs that are done and not told to the queue, so that they come again. */
  crashes: boolean;
  /** Transactions are cut in the middle, and answers are lost. */
  breaks: boolean;
}

export interface Standing {
  id: string;
  status: string;
  sender: string;
  service: string;
  /** Of its list of fallbacks; null: it has none that goes on. */
  chainVersion: number | null;
  /** Of its newest appointment. */
  number: number | null;
  state: string | null;
  /** Its hour has come. */
  hasCome: boolean | null;
  /** Of its lists of attendance. */
  revision: number;
}

export interface Mix extends Referring {
  services: Offered[];
  /** To which nothing is sent but along a list. */
  elsewhere: Offered;
  coordinators: Person[];
  team: Person;
  teams: Person[];
  caseId: string;
  /** Recorded for the partner in this case, whether they still work or not. */
  bases: string[];
  known: string[];
  /** As they stood before the round. */
  stands: Map<string, Standing>;
  /** It was begun before the mix, so that lists are written of it. */
  begun: string;
  ous: Person;
  officer: Person;
  /** Of the partner; it ends after twelve days. */
  agreementId: string;
  isSuspended: boolean;
  /** Of a case whose coordinator has left. */
  pseudonym: string;
  /** All that went out, to whomever. */
  mails: readonly Mail[];
  /** How often each kind of act was done, or anything came by itself. */
  done: Map<string, number>;
  admin: pg.Client;
}

const SET = `mutation ($input: SetCapacityInput!) { outcome: setCapacity(input: $input) { __typename } }`;
const WALK = `mutation ($input: RecordWalkInInput!) { outcome: recordWalkIn(input: $input) { __typename } }`;

/** What is said and has no effect, or is not known to have had one, is as good as what has. */
export const EXPECTED = new Set([
  ...["Referral", "ReferralMoved", "NoFreePlace", "Service", "CapacityInUse"],
  ...["InvalidInput", "BasisMissing", "AgreementMissing", "TooManyHeld"],
  ...["UNAVAILABLE", "nothing", "NoFallbackLeft", "AttendanceRecorded"],
  ...["AttendanceMoved", "DisclosureBasis", "RequestKeyReused"],
  ...["Agreement", "AgreementMoved", "ConsentsWithdrawn", "TokenRefused"],
]);

/** What says that it was done. */
const DONE = new Set([
  ...["Referral", "Service", "AttendanceRecorded", "DisclosureBasis"],
  ...["Agreement", "ConsentsWithdrawn"],
]);

export async function work(api: Api, mix: Mix, act: Act): Promise<string[]> {
  const way = saying(api, mix, act);
  const say = async () => {
    const outcome = await way();
    const { what } = act;
    if (DONE.has(outcome)) mix.done.set(what, (mix.done.get(what) ?? 0) + 1);
    return outcome;
  };
  if (act.repeat === "no") return [await say()];
  if (act.repeat === "at once") return Promise.all([say(), say()]);
  return [await say(), await say()];
}

/** The same words, with the same key, each time. */
function saying(api: Api, mix: Mix, act: Act): () => Promise<string> {
  const { what, on, amount, by } = act;
  const service = one(mix.services, on);
  const person = one(mix.coordinators, by);
  const requestKey = aKey();
  const [id, mine] = targetOf(mix, act);
  const serviceId = service.globalId;
  switch (what) {
    case "send": {
      const level =
        by === 0 && amount === 2
          ? { caseId: mix.caseId, disclosureLevel: "L1_CONTACT" }
          : {};
      const input = {
        ...{
          requestKey,
          units: 1 + (amount % 3),
          waitIfFull: amount !== 1,
          ...level,
        },
        priority: one(["EMERGENCY", "URGENT", "STANDARD"], amount + on),
      };
      return async () => {
        const sent = await send(person, service, input);
        if (sent.id && !mix.known.includes(sent.id)) mix.known.push(sent.id);
        return nameOf(sent);
      };
    }
    case "set":
      return () =>
        change(one(mix.teams, by), SET, {
          serviceId,
          // the one is often full, the other seldom
          total: amount + (service === mix.service ? 1 : 18),
          waitingOutside: on % 2,
        });
    case "walk":
      return () =>
        change(one(mix.teams, by), WALK, {
          requestKey,
          serviceId,
          change: amount % 2 ? 1 : -1,
        });
    case "again":
      // a new day: who is at work stays signed in, and time has passed
      return async () => {
        await Promise.all(
          [...mix.coordinators, ...mix.teams, mix.ous, mix.officer].map((who) =>
            who.ask("{ viewer { name } }"),
          ),
        );
        return "nothing";
      };
    default: {
      if (!id) return async () => "nothing";
      if (isFurther(what))
        return sayingFurther(api, mix, {
          ...{ what, id, amount, coordinator: mine ?? person },
          team: one(mix.teams, by),
          otherId: (amount === 0 ? service : mix.elsewhere).globalId,
        });
      const further = {
        ...furtherOf(what),
        ...(what === "offerPlace" && amount % 2 ? { reason: null } : {}),
        ...(what === "acceptReferral" && amount % 2
          ? { appointment: dateOf(api, inHours(amount)) }
          : {}),
      };
      const isHers = coordinators.has(what) || (BOTH.has(what) && by === 1);
      const mover = isHers ? (mine ?? person) : one(mix.teams, by);
      return async () => nameOf(await move(mover, what, id, further));
    }
  }
}

const isFurther = (what: Act["what"]): what is FurtherAct =>
  furtherActs.some((one) => one === what);

const BOTH: ReadonlySet<Verb> = new Set<Verb>([
  "discontinueReferral",
  "suspendReferral",
  "resumeReferral",
]);

const nameOf = ({ __typename, message, fields }: Outcome): string =>
  __typename === "INTERNAL_SERVER_ERROR"
    ? `${__typename} ${message ?? ""} ${JSON.stringify(fields)}`
    : __typename;

async function change(
  person: Person,
  document: string,
  input: Record<string, unknown>,
): Promise<string> {
  const { data, errors } = await person.ask<{
    outcome: { __typename: string };
  }>(document, { input });
  return data?.outcome.__typename ?? String(errors?.[0]?.extensions?.["code"]);
}
