// What the graph says that the viewer can do is what she can do: the same table, asked before the act.
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { ActorName, Cast } from "./cast.js";
import { aCast, actorNames } from "./cast.js";
import type { Mark } from "./operations.table.js";
import { mutations } from "./operations.table.js";
import { aTargetOf, isVerb } from "./plays.js";

let api: Api;
let cast: Cast;
beforeAll(async () => {
  api = await openApi();
  cast = await aCast(api);
});
afterAll(() => api.close());

async function claimed(noun: string, field: string, id: string) {
  const claims: Partial<Record<ActorName, boolean>> = {};
  for (const name of actorNames) {
    const { data } = await cast.actors[name].ask<{
      node: Record<string, boolean> | null;
    }>(
      `query ($id: ID!, $centre: ID!) { centre(id: $centre) { id } node(id: $id) { ... on ${noun} { ${field} } } }`,
      { id, centre: cast.centre.globalId },
    );
    claims[name] = data?.node?.[field] ?? false;
  }
  return claims;
}

function allowed(marks: Record<ActorName, Mark>, except: ActorName[] = []) {
  const may: Partial<Record<ActorName, boolean>> = {};
  for (const name of actorNames)
    may[name] = marks[name] === "y" && !except.includes(name);
  return may;
}

it.each(mutations.filter(({ operation }) => isVerb(operation)))(
  "$operation",
  async ({ operation, marks }) => {
    if (!isVerb(operation)) return;
    const verb = operation.replace("Referral", "");
    const field = `viewerCan${verb.charAt(0).toUpperCase()}${verb.slice(1)}`;
    const id = await aTargetOf(cast, operation);
    expect(await claimed("Referral", field, id)).toEqual(allowed(marks));
  },
);

it.each([
  ["setCapacity", "Service", "viewerCanSetCapacity"],
  ["changeService", "Service", "viewerCanChange"],
  ["pauseService", "Service", "viewerCanChange"],
  ["sendReferral", "Service", "viewerCanRefer"],
  ["publishService", "Partner", "viewerCanPublishService"],
])("%s", async (operation, noun, field) => {
  const row = mutations.find((one) => one.operation === operation);
  const id = noun === "Service" ? cast.service : cast.partner;
  // into the own offer each may publish, not into this one
  const except: ActorName[] =
    operation === "publishService" ? ["elsewhere", "foreign"] : [];
  expect(await claimed(noun, field, id.globalId)).toEqual(
    row && allowed(row.marks, except),
  );
});

it.each([
  ["commentNeed", "Need", "viewerCanComment"],
  ["answerNeed", "Need", "viewerCanAnswer"],
  ["noteObstacle", "Partner", "viewerCanKeepObstacles"],
  ["changeResource", "Resource", "viewerCanChange"],
  ["answerLoan", "LoanRequest", "viewerCanAnswer"],
  ["placeOrder", "Agreement", "viewerCanPlaceOrder"],
  ["reportDelivery", "AgreementOrder", "viewerCanReportDelivery"],
  ["draftSettlement", "AgreementOrder", "viewerCanDraftSettlement"],
  ["raiseShortfall", "AgreementOrder", "viewerCanRaiseShortfall"],
  ["confirmSettlement", "SettlementSheet", "viewerCanConfirmSettlement"],
  ["answerShortfall", "Shortfall", "viewerCanAnswerShortfall"],
  ["closeShortfall", "Shortfall", "viewerCanCloseShortfall"],
  ["reopenShortfall", "Shortfall", "viewerCanReopenShortfall"],
] as const)("%s", async (operation, noun, field) => {
  const row = mutations.find((one) => one.operation === operation);
  const id = {
    Need: cast.needId,
    Partner: cast.partner.globalId,
    Agreement: cast.agreementId,
    Resource: cast.resourceId,
    LoanRequest: cast.loanId,
    AgreementOrder: cast.orderId,
    SettlementSheet: await aTargetOf(cast, "confirmSettlement"),
    Shortfall: cast.shortfallId,
  }[noun];
  expect(await claimed(noun, field, id ?? "")).toEqual(
    row && allowed(row.marks),
  );
});

it.each([
  "arrangeAppointment",
  "noteAppearance",
  "askForAnotherDate",
  "answerNoShow",
])("%s", async (operation) => {
  const row = mutations.find((one) => one.operation === operation);
  const id = (await aTargetOf(cast, operation)) ?? "";
  const field = `viewerCan${operation.charAt(0).toUpperCase()}${operation.slice(1)}`;
  expect(await claimed("Referral", field, id)).toEqual(
    row && allowed(row.marks),
  );
});

it("says who sent it", async () => {
  const claims = await claimed("Referral", "viewerIsSender", cast.referralId);
  expect(Object.entries(claims).filter(([, isSender]) => isSender)).toEqual([
    ["sender", true],
  ]);
});
