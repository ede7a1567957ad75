// What the tests of cases share: opening one, looking at who the person is, and what came of it.
import { outcomeOf } from "../referrals/referring.js";
import type { Person } from "../support/people.js";
import { aKey } from "../support/world.js";

const CASE = `id pseudonym version openedOn closedOn ownReference openedAlthough identityVersion identityErasedAt
  looks { purpose note at until }`;
const IDENTITY = `name surname born contactKind contact preferredHours accessNeeds place legalRepresentative`;

/** Words that stand nowhere else: whoever finds one has found a person. */
export const ANNA = {
  name: "Anna Zofia",
  surname: "Żółkiewska-Łoś",
  born: "1979-04-12",
  contactKind: "PHONE",
  contact: "+48 601 730 442",
  preferredHours: "kanarek po siedemnastej",
  accessNeeds: "kanarek wejście bez schodów",
  place: "ul. Kanarkowa 7 m. 3",
  legalRepresentative: "Kanarek Wawrzyniec, brat",
};

/** A member of a payload, with what the tests look at. */
interface CaseOutcome {
  __typename: string;
  message?: string;
  fields?: { path: string; message: string }[];
  id?: string;
  pseudonym?: string;
  version?: number;
  closedOn?: string | null;
  ownReference?: string | null;
  openedAlthough?: string | null;
  identityVersion?: number | null;
  identityErasedAt?: string | null;
  looks?: { purpose: string; note: string | null; until: string }[];
  coordinators?: string[];
  ownCases?: { id: string }[];
  until?: string;
  identity?: Record<string, string | null>;
}

const documentOf = (verb: string) => `
  mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) {
    outcome: ${verb}(input: $input) {
      __typename
      ... on Problem { message }
      ... on InvalidInput { fields { path message } }
      ${verb === "showIdentity" ? `... on ShownIdentity { until identity { ${IDENTITY} } }` : `... on Case { ${CASE} }`}
      ${verb === "openCase" || verb === "correctIdentity" ? "... on PersonKnown { coordinators ownCases { id } }" : ""}
    } }`;

export async function doCase(
  person: Person,
  verb: string,
  input: Record<string, unknown>,
): Promise<CaseOutcome> {
  return outcomeOf(await person.ask(documentOf(verb), { input }));
}

export function openFor(
  person: Person,
  identity: Record<string, unknown> | null,
  further: Record<string, unknown> = {},
): Promise<CaseOutcome> {
  return doCase(person, "openCase", {
    requestKey: aKey(),
    identity,
    ...further,
  });
}

export function show(
  person: Person,
  caseId: string | undefined,
  further: Record<string, unknown> = {},
): Promise<CaseOutcome> {
  return doCase(person, "showIdentity", {
    caseId,
    purpose: "CONTACT",
    ...further,
  });
}

export async function readCase(
  person: Person,
  id: string | undefined,
): Promise<CaseOutcome | null> {
  const { data } = await person.ask<{ node: CaseOutcome | null }>(
    `query ($id: ID!) { node(id: $id) { __typename ... on Case { ${CASE} } } }`,
    { id },
  );
  return data?.node ?? null;
}
