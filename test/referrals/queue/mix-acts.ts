// What else is done in a mix beside moving referrals: appointments and missed ones, lists of attendance, lists of fallbacks, and bases that begin and are withdrawn.
import { addDays, localDate } from "../../../server/platform/calendar.js";
import type { Api } from "../../support/api.js";
import type { Person } from "../../support/people.js";
import { aKey } from "../../support/world.js";
import { arrange, dateOf } from "../appointments/arranging.js";
import { plan, sendNow } from "../chain/listing.js";
import { outcomeOf } from "../referring.js";
import { basisInput, L1, travel } from "../travel/travelling.js";
import type { Mix } from "./mix.js";

export const furtherActs = [
  "arrange",
  "appear",
  "missed",
  "attend",
  "plan",
  "sendNow",
  "withdrawBasis",
  "recordBasis",
] as const;
export type FurtherAct = (typeof furtherActs)[number];

interface Of {
  what: FurtherAct;
  /** Which referral. */
  id: string;
  amount: number;
  coordinator: Person;
  team: Person;
  /** Of the other service. */
  otherId: string;
}

/** The same words, with the same key, each time that they are said. */
export function sayingFurther(
  api: Api,
  mix: Mix,
  { what, id, amount, coordinator, team, otherId }: Of,
): () => Promise<string> {
  const requestKey = aKey();
  const number = 1 + (amount % 2);
  switch (what) {
    case "arrange": {
      const insteadOf = amount % 3 === 0 ? null : number;
      const appointment = dateOf(api, 1 + amount * 4);
      return named(() =>
        arrange(team, "arrangeAppointment", {
          ...{ requestKey, referralId: id, appointment, insteadOf },
        }),
      );
    }
    case "appear":
      return named(() =>
        arrange(team, "noteAppearance", {
          ...{ referralId: id, number, came: amount % 3 === 0 },
        }),
      );
    case "missed":
      return named(() =>
        arrange(coordinator, "answerNoShow", {
          ...{ referralId: id, number },
          answer: amount % 2 ? "BREAK_OFF" : "KEEP_PLACE",
        }),
      );
    case "attend":
      return named(() =>
        amount % 2
          ? attend(api, team, id, { state: "PRESENT", ifRevision: 0 })
          : attend(api, team, mix.begun, {
              ...{ quantity: amount, ifRevision: number },
            }),
      );
    case "plan":
      return named(() => plan(coordinator, id, [otherId], amount % 2));
    case "sendNow":
      return named(() =>
        sendNow(coordinator, id, { ifVersion: number, requestKey }),
      );
    case "withdrawBasis":
      return named(() => {
        const basisId = mix.bases[amount % mix.bases.length] ?? "";
        return travel(mix.kipus, "withdrawBasis", { basisId });
      });
    case "recordBasis":
      return named(() => recordBasis(api, mix, requestKey, amount));
  }
}

/** The list of today, with one line. */
export async function attend(
  api: Api,
  team: Person,
  referralId: string,
  entry: { state?: "PRESENT"; quantity?: number; ifRevision: number },
) {
  const day = localDate(api.clock.now());
  return outcomeOf(
    await team.ask(
      `mutation ($input: RecordAttendanceInput!) { outcome: recordAttendance(input: $input) {
        __typename ... on Problem { message } } }`,
      { input: { from: day, to: day, entries: [{ referralId, ...entry }] } },
    ),
  );
}

/** For some days, so that sight ends by itself while the mix goes on. */
export async function recordBasis(
  api: Api,
  mix: Mix,
  requestKey: string,
  days: number,
) {
  const today = localDate(api.clock.now());
  const basis = await travel(
    mix.kipus,
    "recordBasis",
    basisInput(mix.caseId, mix.partner, {
      ...{ requestKey, highestLevel: "L1_CONTACT", fields: L1 },
      ...{ validFrom: today, validTo: addDays(today, days) },
    }),
  );
  if (basis.id && !mix.bases.includes(basis.id)) mix.bases.push(basis.id);
  return basis;
}

const named =
  (say: () => Promise<{ __typename: string; message?: string }>) =>
  async (): Promise<string> => {
    const { __typename, message } = await say();
    return __typename === "INTERNAL_SERVER_ERROR"
      ? `${__typename} ${message ?? ""}`
      : __typename;
  };
