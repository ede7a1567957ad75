// What the tests of appointments share: the verbs of both sides, and an accepted referral with somebody awaited.
import type { Api } from "../../support/api.js";
import type { Person } from "../../support/people.js";
import { aKey } from "../../support/world.js";
import type { Outcome, Referring } from "../referring.js";
import { aReferring, move, outcomeOf } from "../referring.js";

export interface SeenAppointment {
  number: number;
  at: string;
  state: string;
  place: string | null;
  atHome: boolean;
  bring: string | null;
  askFor: string | null;
  movedFrom: string | null;
  moveReason: string | null;
  askedAt: string | null;
  wishedFor: string | null;
  wishReason: string | null;
  answer: string | null;
  undoableUntil: string | null;
}

export interface Arranged extends Outcome {
  noShows?: number;
  appointment?: SeenAppointment | null;
}

export const APPOINTED = `id status version noShows holdsPlace
  appointment { number at state place atHome bring askFor movedFrom moveReason askedAt wishedFor wishReason answer undoableUntil }
  viewerCanArrangeAppointment viewerCanNoteAppearance viewerCanAskForAnotherDate viewerCanAnswerNoShow
  timeline { status appointment by reason }`;

/** One of the verbs of this noun. */
export async function arrange(
  person: Person,
  verb: string,
  input: Record<string, unknown>,
): Promise<Arranged> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  return outcomeOf(
    await person.ask(
      `mutation ($input: ${type}!) { outcome: ${verb}(input: $input) { __typename
         ... on Referral { ${APPOINTED} } ... on ReferralMoved { referral { id status } }
         ... on InvalidInput { fields { path message } }
         ${verb === "askForAnotherDate" ? "... on SensitiveWords { fields { path message } }" : ""} ... on Problem { message } } }`,
      { input },
    ),
  );
}

export async function seen(person: Person, id: string) {
  const { data } = await person.ask<{ node: Arranged | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { ${APPOINTED} } } }`,
    { id },
  );
  return data?.node;
}

/** A moment from now, as the test's clock has it. */
export function inHours(api: Api, hours: number): string {
  return new Date(api.clock.now().getTime() + hours * 3_600_000).toISOString();
}

export const dateOf = (api: Api, hours = 24) => ({
  at: inHours(api, hours),
  place: "ul. Lipowa 3, pokój 4",
  bring: "karta z numerem",
  askFor: "Anna Nowak, tel. 600 100 200",
});

export interface Awaited extends Referring {
  id: string;
}

/** Accepted, and awaited in so many hours. */
export async function anAwaited(
  api: Api,
  given: Parameters<typeof aReferring>[1] = {},
  hours = 24,
): Promise<Awaited> {
  const world = await aReferring(api, given);
  return { ...world, id: await awaited(api, world, hours) };
}

export async function awaited(
  api: Api,
  { sent, team }: Referring,
  hours = 24,
): Promise<string> {
  const id = await sent();
  const { __typename, message } = await move(team, "acceptReferral", id, {
    appointment: dateOf(api, hours),
  });
  if (__typename !== "Referral") throw new Error(`${__typename} ${message}`);
  return id;
}

export const another = (
  referralId: string,
  appointment: Record<string, unknown>,
  further: Record<string, unknown> = {},
) => ({ requestKey: aKey(), referralId, appointment, ...further });
