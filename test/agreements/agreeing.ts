// Agreements made through the graph for tests: brought to where something can be done with them.
import type { Person } from "../support/people.js";
import type { TestPartner } from "../support/world.js";
import { aKey } from "../support/world.js";

export type AgreementState =
  | "DRAFT"
  | "IN_NEGOTIATION"
  | "AGREED"
  | "ACTIVE"
  | "SUSPENDED"
  | "AMENDING";

/** Who lays it before its parties without these means it. */
export const USUAL = [
  ...["PURPOSE", "TASKS", "END", "REPORTING", "SETTLEMENT_RULES"],
];

/** What `version` says once all have said yes: drafted, proposed, agreed. */
export const VERSION_AGREED = 3;

/** What `version` says once all have signed: drafted, proposed, agreed, signed, in force. */
export const VERSION_IN_FORCE = 5;

export function terms(given: Record<string, unknown> = {}) {
  return {
    title: "Porozumienie o współpracy",
    dataRole: "NO_PERSONAL_DATA",
    purpose: "Współpraca",
    validFrom: "2026-01-01",
    ...given,
  };
}

export function signature(given: Record<string, unknown> = {}) {
  return {
    revision: 1,
    kind: "PAPER",
    signatoryName: "Anna Podpisująca",
    authority: "prezeska zarządu",
    signedOn: "2026-01-01",
    ...given,
  };
}

export interface Outcome {
  __typename: string;
  id?: string;
  status?: string;
  version?: number;
  revision?: number;
  message?: string;
  fields?: { path: string }[];
}

/** @throws where the graph refuses */
export async function agree(
  person: Person,
  verb: string,
  input: Record<string, unknown>,
): Promise<Outcome> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const read =
    verb === "signAgreement" && !("ifVersion" in input)
      ? { ifVersion: await versionRead(person, input["agreementId"]) }
      : {};
  const why =
    verb === "agreeToAgreement" && "partnerId" in input
      ? { reason: "Zgoda na spotkaniu" }
      : {};
  const meant = verb === "proposeAgreement" ? { leavesOut: USUAL } : {};
  const { data, errors } = await person.ask<{ outcome: Outcome }>(
    `mutation ($input: ${type}!) { outcome: ${verb}(input: $input) {
       __typename ${verb === "discardAgreement" ? "" : "... on Agreement { id status version revision }"}
       ... on Problem { message } ... on InvalidInput { fields { path } } } }`,
    { input: { ...read, ...why, ...meant, ...input } },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.outcome;
}

/** Who signs without more ado signs what she reads now. */
async function versionRead(person: Person, id: unknown): Promise<number> {
  const { data } = await person.ask<{ node: { version: number } | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Agreement { version } } }`,
    { id },
  );
  return data?.node?.version ?? 0;
}

/** By the organiser alone, who notes what the others did on paper. */
export async function anAgreement(
  ous: Person,
  partners: readonly TestPartner[],
  state: AgreementState,
  given: { kind?: string; terms?: Record<string, unknown> } = {},
): Promise<string> {
  const drafted = await agree(ous, "draftAgreement", {
    requestKey: aKey(),
    kind: given.kind ?? "COOPERATION",
    partnerIds: partners.map(({ globalId }) => globalId),
    terms: terms(given.terms),
  });
  const agreementId = drafted.id;
  if (!agreementId) throw new Error(JSON.stringify(drafted));
  const done = async (verb: string, input: Record<string, unknown> = {}) => {
    const outcome = await agree(ous, verb, { agreementId, ...input });
    if (outcome.__typename !== "Agreement")
      throw new Error(`${verb}: ${JSON.stringify(outcome)}`);
    return outcome;
  };
  if (state === "DRAFT") return agreementId;
  const { version } = await done("proposeAgreement");
  if (state === "IN_NEGOTIATION") return agreementId;
  for (const { globalId: partnerId } of partners)
    await done("agreeToAgreement", { ifVersion: version, partnerId });
  if (state === "AGREED") return agreementId;
  await done("signAgreement", signature());
  for (const { globalId: partnerId } of partners)
    await done("signAgreement", signature({ partnerId }));
  if (state === "SUSPENDED")
    await done("suspendAgreement", { reason: "Remont" });
  if (state === "AMENDING")
    await done("amendAgreement", {
      ifVersion: VERSION_IN_FORCE,
      effectiveFrom: "2099-01-01",
      terms: terms({ noticeDays: 30 }),
    });
  return agreementId;
}
