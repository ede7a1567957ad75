// What the tests of fulfilment share: an order under an agreement, and the verbs of both sides through the graph.
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Referring } from "../referrals/referring.js";
import { aReferring } from "../referrals/referring.js";
import type { Answer, Api, Told } from "../support/api.js";
import type { Person } from "../support/people.js";
import type { Offered } from "../support/settling.js";
import { aKey } from "../support/world.js";

export interface Outcome extends Told {
  id?: string;
  status?: string;
  revision?: number;
  state?: string;
  version?: number;
  sheet?: { id: string; revision: number; status: string };
}

const SHEET = "id status revision hubConfirmedAt partnerConfirmedAt";
const TOLD = `__typename
  ... on AgreementOrder { id version }
  ... on SettlementSheet { ${SHEET} }
  ... on SettlementMoved { sheet { ${SHEET} } }
  ... on Shortfall { id state version }
  ... on InvalidInput { fields { path message } }
  ... on Problem { message }`;

/** What of these the payload can hold. */
const MEMBERS: Record<string, RegExp> = {
  placeOrder: /AgreementOrder|InvalidInput|Problem|__typename/,
  reportDelivery: /AgreementOrder|InvalidInput|Problem|__typename/,
  draftSettlement: /SettlementSheet|InvalidInput|Problem|__typename/,
  confirmSettlement: /Settlement|InvalidInput|Problem|__typename/,
  objectToSettlement: /Settlement|InvalidInput|Problem|__typename/,
  raiseShortfall: /Shortfall|InvalidInput|Problem|__typename/,
  answerShortfall: /Shortfall|InvalidInput|Problem|__typename/,
  reopenShortfall: /Shortfall|InvalidInput|Problem|__typename/,
  closeShortfall: /Shortfall|InvalidInput|Problem|__typename/,
};

/** A refusal stands by its code where a payload would stand by its name. */
export async function settle(
  person: Person,
  verb: string,
  input: Record<string, unknown>,
): Promise<Outcome> {
  const told = TOLD.split("\n").filter((line) => MEMBERS[verb]?.test(line));
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const { data, errors }: Answer<{ outcome: Outcome }> = await person.ask(
    `mutation ($input: ${type}!) { outcome: ${verb}(input: $input) { ${told.join(" ")} } }`,
    { input },
  );
  if (data) return data.outcome;
  return { __typename: String(errors?.[0]?.extensions?.["code"]) };
}

export interface Ordered extends Referring {
  ous: Person;
  admin: Person;
  agreementId: string;
  orderId: string;
  trips: Offered;
}

export async function agreementIdOf({
  centre,
  partner,
}: Pick<Referring, "centre" | "partner">): Promise<string> {
  const [found] = await centre.asSystem((work) =>
    work.rows<{ id: string }>(
      `select agreement_id as id from agreement_party where centre_id = $1 and partner_id = $2`,
      [centre.id, partner.id],
    ),
  );
  if (!found) throw new Error("the partner has no agreement");
  return toGlobalId("Agreement", found.id);
}

/** Ten places a month at 200 zł and 30 trips at 15 zł. */
export async function anOrder(api: Api, per = "MONTH"): Promise<Ordered> {
  const world = await aReferring(api, {
    service: { total: 40, name: "Warsztat stolarski" },
  });
  const { centre, partner, service } = world;
  const trips = await partner.aService({
    total: 100,
    unit: "TRIPS_MONTH",
    name: "Transport",
  });
  const ous = await centre.aPerson("OUS");
  const admin = await partner.aPerson("PARTNER_ADMIN");
  const agreementId = await agreementIdOf(world);
  const { id, ...refused } = await settle(ous, "placeOrder", {
    agreementId,
    partnerId: partner.globalId,
    per,
    lines: [
      { serviceId: service.globalId, quantity: 10, unitPriceGrosze: 20_000 },
      { serviceId: trips.globalId, quantity: 30, unitPriceGrosze: 1_500 },
    ],
  });
  if (!id) throw new Error(JSON.stringify(refused));
  return { ...world, ous, admin, agreementId, orderId: id, trips };
}

/** A new one of the same role: sessions end while a test lets months pass. */
export function draft(ous: Person, orderId: string, on: string) {
  return settle(ous, "draftSettlement", { requestKey: aKey(), orderId, on });
}
