// What else is done in a mix beside moving referrals: appointments and missed ones, lists of attendance, lists of fallbacks, bases that begin and are withdrawn, also by the officer, an agreement that is suspended, and cards at the door.
import { addDays, localDate } from "../../../server/platform/calendar.js";
import { agree } from "../../agreements/agreeing.js";
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
  "agreement",
  "officer",
  "redeem",
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
  const stands = mix.stands.get(id);
  // now and then from an old screen
  const isOld = amount === 4;
  const number = isOld ? 1 : (stands?.number ?? 1);
  const ifVersion = isOld ? 1 : (stands?.chainVersion ?? 0);
  switch (what) {
    case "arrange": {
      const insteadOf = isOld ? null : (stands?.number ?? null);
      const appointment = dateOf(api, inHours(amount));
      return named(() =>
        arrange(team, "arrangeAppointment", {
          ...{ requestKey, referralId: id, appointment, insteadOf },
          reason: insteadOf === null ? null : "STAFF",
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
    case "attend": {
      // of places who was there, of hours how many
      const what =
        stands?.service === mix.service.id
          ? ({ state: "PRESENT" } as const)
          : { quantity: amount };
      const ifRevision = isOld ? 0 : (stands?.revision ?? 0);
      return named(() => attend(api, team, id, { ...what, ifRevision }));
    }
    case "plan":
      return named(() => plan(coordinator, id, [otherId], ifVersion));
    case "sendNow":
      return named(() => sendNow(coordinator, id, { ifVersion, requestKey }));
    case "withdrawBasis":
      return named(() => {
        const basisId = mix.bases[amount % mix.bases.length] ?? "";
        return travel(mix.kipus, "withdrawBasis", { basisId });
      });
    case "agreement": {
      const { agreementId, isSuspended } = mix;
      return named(() =>
        isSuspended
          ? agree(mix.ous, "resumeAgreement", { agreementId })
          : agree(mix.ous, "suspendAgreement", {
              agreementId,
              reason: "Remont",
            }),
      );
    }
    case "officer":
      return named(async () => {
        const input = { pseudonym: mix.pseudonym };
        return outcomeOf(
          await mix.officer.ask(
            `mutation ($input: WithdrawConsentsInput!) { outcome: withdrawConsents(input: $input) { __typename
              ... on Problem { message } } }`,
            { input },
          ),
        );
      });
    case "redeem":
      return named(() => redeem(team, id, requestKey));
    case "recordBasis":
      return named(() => recordBasis(api, mix, requestKey, amount, mix));
  }
}

/** Soon, or in some days. */
export const inHours = (amount: number): number =>
  amount > 3 ? 12 * amount : 1 + 3 * amount;

/** Somebody comes to the door with her card. */
async function redeem(team: Person, referralId: string, requestKey: string) {
  const { data } = await team.ask<{ node: { tokenCode: string } | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Referral { tokenCode } } }`,
    { id: referralId },
  );
  // withdrawn without a trace: her card is no card any more
  const code = data?.node?.tokenCode ?? "AAAAAAAA";
  return outcomeOf(
    await team.ask(
      `mutation ($input: RedeemTokenInput!) { outcome: redeemToken(input: $input) { __typename
        ... on Problem { message } } }`,
      { input: { requestKey, code } },
    ),
  );
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
  mix: Pick<Mix, "bases" | "partner">,
  requestKey: string,
  days: number,
  whose: { kipus: Person; caseId: string },
) {
  const today = localDate(api.clock.now());
  const basis = await travel(
    whose.kipus,
    "recordBasis",
    basisInput(whose.caseId, mix.partner, {
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
