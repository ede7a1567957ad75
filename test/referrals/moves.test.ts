// The machine of referrals: every verb from every state, with its numbers, its event and its answer.
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import { expireReferral } from "../../server/referrals/expire-referral.js";
import { transitions } from "../../server/referrals/index.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { brokenRules } from "../support/books.js";
import type { Person } from "../support/people.js";
import type { State, Step } from "./moves.table.js";
import {
  coordinators,
  events,
  leads,
  recurring,
  takes,
  ways,
} from "./moves.table.js";
import type { Outcome, Referring, Verb } from "./referring.js";
import { aReferring, move, numbersOf, verbs } from "./referring.js";

let api: Api;
let world: Referring;
let colleague: Person;
let stranger: { kipus: Person; team: Person };
beforeAll(async () => {
  api = await openApi();
  world = await aReferring(api, { service: { total: 1000, occupied: 7 } });
  colleague = await world.partner.aPerson("PARTNER_REFERRALS");
  const foreign = await world.centre.aPartner();
  stranger = {
    kipus: await world.centre.aPerson("KIPUS"),
    team: await foreign.aPerson("PARTNER_REFERRALS"),
  };
});
afterAll(async () => {
  expect(await brokenRules(world.centre)).toEqual({});
  await api.close();
});

function by(verb: Verb) {
  return coordinators.has(verb) ? world.kipus : world.team;
}

async function step(referralId: string, verb: Step): Promise<void> {
  if (verb !== "expire") {
    const outcome = await move(by(verb), verb, referralId);
    if (outcome.__typename !== "Referral")
      throw new Error(
        `${verb}: ${outcome.__typename} ${outcome.message ?? ""}`,
      );
    return;
  }
  api.clock.pass({ hours: 5 });
  // the job takes along whatever else is due
  const id = fromGlobalId("Referral", referralId);
  await world.centre.asSystem((work) => expireReferral(work, id));
}

async function aReferralThatIs(state: State): Promise<string> {
  const id = await world.sent({ priority: "EMERGENCY" });
  for (const verb of ways[state]) await step(id, verb);
  return id;
}

const resting = new Map<State, string>();

/** One of each state does for all that changes nothing. */
async function oneThatIs(state: State): Promise<string> {
  const known = resting.get(state) ?? (await aReferralThatIs(state));
  resting.set(state, known);
  return known;
}

/** What an action changed of the service's numbers. */
async function changeOf(action: () => Promise<void>) {
  const before = await numbersOf(world.centre, world.service);
  await action();
  const after = await numbersOf(world.centre, world.service);
  return {
    occupied: after.occupied - before.occupied,
    reserved: after.reserved - before.reserved,
    waiting: after.waiting - before.waiting,
  };
}

function difference(from: State, to: State) {
  return {
    occupied: takes[to].occupied - takes[from].occupied,
    reserved: takes[to].reserved - takes[from].reserved,
    waiting: takes[to].waiting - takes[from].waiting,
  };
}

async function eventsOf(referralId: string): Promise<string[]> {
  const id = Buffer.from(referralId, "base64url").toString().split(":")[1];
  const rows = await world.centre.asSystem((work) =>
    work.rows<{ type: string }>(
      `select type from event where subject_id = $1 order by position`,
      [id],
    ),
  );
  return rows.map(({ type }) => type);
}

function states(): State[] {
  return Object.keys(ways).filter((name): name is State => name in ways);
}

describe.each(verbs)("%s", (verb) => {
  for (const state of states()) {
    const to = leads[verb][state];
    if (to)
      it(`leads from ${state} to ${to}, once, however often it is said`, async () => {
        const id = await aReferralThatIs(state);
        const before = await eventsOf(id);
        let moved: Outcome | null = null;
        const change = await changeOf(async () => {
          moved = await move(by(verb), verb, id);
        });
        expect(moved).toMatchObject({
          __typename: "Referral",
          status: to,
          version: before.length + 1,
        });
        expect(change).toEqual(difference(state, to));
        const again = await move(
          coordinators.has(verb) ? world.kipus : colleague,
          verb,
          id,
        );
        // another one of these comes too late; a lost answer is asked for by its key
        if (recurring.has(verb))
          expect(again).toMatchObject({
            __typename: "ReferralMoved",
            referral: { id, status: to, version: before.length + 1 },
          });
        else expect(again).toEqual(moved);
        expect(await eventsOf(id)).toEqual([...before, events[verb]]);
      });
    else
      it(`changes nothing where it is ${state}`, async () => {
        const id = await oneThatIs(state);
        const before = await eventsOf(id);
        const numbers = await numbersOf(world.centre, world.service);
        const outcome = await move(by(verb), verb, id);
        // repeated after it took effect it is done; else somebody acted first
        const isRepeat = ways[state].includes(verb) && !recurring.has(verb);
        expect(outcome.__typename).toBe(
          isRepeat ? "Referral" : "ReferralMoved",
        );
        const now = isRepeat ? outcome : outcome.referral;
        expect(now).toMatchObject({
          id,
          status: state,
          version: before.length,
        });
        expect(await eventsOf(id)).toEqual(before);
        expect(await numbersOf(world.centre, world.service)).toEqual(numbers);
      });
  }
});

it("stands in the database as it stands in the code", async () => {
  const rows = await world.centre.asSystem((work) =>
    work.rows<{ from: string; to: string; side: string }>(
      `select from_status as "from", to_status as "to", side from referral_transition`,
    ),
  );
  const told = (moves: readonly { from: string; to: string; side: string }[]) =>
    moves.map(({ from, to, side }) => `${from} > ${to} by ${side}`).sort();
  expect(told(rows)).toEqual(told(transitions));
});

it("lets the coordinator break off too, but not the one who is not hers", async () => {
  const id = await aReferralThatIs("ACCEPTED");
  const foreign = await move(stranger.kipus, "discontinueReferral", id);
  expect(foreign.__typename).toBe("InvalidInput");
  expect(await move(world.kipus, "discontinueReferral", id)).toMatchObject({
    status: "DISCONTINUED",
    discontinueReason: "RESIGNED",
  });
});

it.each(verbs)("answers %s of a stranger as of an absent one", async (verb) => {
  const id = await aReferralThatIs("SENT");
  const absent = Buffer.from(`Referral:${world.centre.id}`).toString(
    "base64url",
  );
  const asker = coordinators.has(verb) ? stranger.kipus : stranger.team;
  const outcome = await move(asker, verb, id);
  expect(outcome).toMatchObject({
    __typename: "InvalidInput",
    fields: [{ path: "referralId" }],
  });
  expect(outcome).toEqual(await move(asker, verb, absent));
});

it("tells its way with who acted and why", async () => {
  const id = await aReferralThatIs("IN_PROGRESS");
  const outcome = await move(world.team, "discontinueReferral", id, {
    reason: "RESIGNED",
  });
  const partner = `Partner ${world.partner.id.slice(0, 8)}`;
  expect(outcome.timeline?.map(({ status }) => status)).toEqual([
    "SENT",
    "ACCEPTED",
    "IN_PROGRESS",
    "DISCONTINUED",
  ]);
  expect(outcome.timeline?.slice(1).map((one) => one.by)).toEqual([
    partner,
    partner,
    partner,
  ]);
  expect(outcome.timeline?.at(-1)?.reason).toBe("RESIGNED");
});
