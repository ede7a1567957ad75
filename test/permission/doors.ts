// The doors of the graph as the table of rights sees them: a centre, each noun by its id, the viewer; and what lies behind.
import type { GraphQLSchema } from "graphql";

import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import {
  defaultLimits,
  type Limits,
} from "../../server/platform/graphql/limits.js";
import type { ActorName, Cast } from "./cast.js";
import type { Mark } from "./operations.table.js";
import { reads } from "./operations.table.js";
import { isTooDear, walkFrom } from "./paths.js";

export interface Question {
  query: string;
  variables: Record<string, unknown>;
}

export interface Questions {
  asked: Question[];
  /** What is followed, after the cursor in `after`. */
  followed: Question[];
  ways: number;
  /** Ways that are too dear even so. */
  refused: string[];
  /** Fields that lead on: walked, and at the end of a way that no document may. */
  walked: Set<string>;
  beyond: Set<string>;
}

const byCentre = (selection: string) =>
  `query ($centre: ID!) { centre(id: $centre) { ${selection} } }`;
const byViewer = (selection: string) => `query { viewer { ${selection} } }`;
/** A visitor enters a centre first. */
const byIds = (nouns: readonly [noun: string, selection: string][]) =>
  `query ($centre: ID!, ${nouns.map((_, n) => `$id${String(n)}: ID!`).join(", ")}) { centre(id: $centre) { id } ${nouns
    .map(
      ([noun, selection], n) =>
        `n${String(n)}: node(id: $id${String(n)}) { ... on ${noun} { ${selection} } }`,
    )
    .join(" ")} }`;
const byFollowing = (field: string, delivery: string) => (selection: string) =>
  `subscription ($centre: ID!, $after: String) { ${field}(centreId: $centre, after: $after) {
       __typename ... on CaughtUp { cursor at } ... on ${delivery} { ${selection} } } }`;

/** One of each noun and relation, foreign ones among them, by the row of the table that says who reads it. */
export function idsOf(cast: Cast): [noun: string, row: string, id: string][] {
  const { elsewhere } = cast;
  return [
    ["Centre", "Elsewhere inside", elsewhere.centre.globalId],
    ["Network", "Network", toGlobalId("Network", cast.centre.networkId)],
    [
      "Network",
      "Elsewhere inside",
      toGlobalId("Network", elsewhere.centre.networkId),
    ],
    ["ServiceSuggestion", "ServiceSuggestion", cast.suggestionId],
    ["ServiceSuggestion", "Elsewhere inside", cast.elsewhere.suggestionId],
    ["Need", "Need", cast.needId],
    ["Need", "Elsewhere inside", elsewhere.needId],
    ["Meeting", "Meeting", cast.meetingId],
    ["Meeting", "Elsewhere inside", elsewhere.meetingId],
    ["JointAction", "JointAction", cast.jointActionId],
    ["JointAction", "Elsewhere inside", elsewhere.jointActionId],
    ["Partner", "Partner catalogue", cast.partner.globalId],
    ["Partner", "Elsewhere inside", elsewhere.partner.globalId],
    ["ContactPerson", "ContactPerson", cast.contactId],
    ["ContactPerson", "Elsewhere inside", elsewhere.contactId],
    ["Agreement", "Agreement", cast.agreementId],
    ["Agreement", "Elsewhere inside", elsewhere.agreementId],
    ["Programme", "Programme", cast.programmeId],
    ["Programme", "Elsewhere inside", elsewhere.programmeId],
    ["AgreementOrder", "AgreementOrder", cast.orderId],
    ["AgreementOrder", "Elsewhere inside", elsewhere.orderId],
    ["SettlementSheet", "SettlementSheet", cast.sheetId],
    ["SettlementSheet", "Elsewhere inside", elsewhere.sheetId],
    ["Shortfall", "Shortfall", cast.shortfallId],
    ["Shortfall", "Elsewhere inside", elsewhere.shortfallId],
    ["Resource", "Resource", cast.resourceId],
    ["Resource", "Elsewhere inside", elsewhere.resourceId],
    ["LoanRequest", "LoanRequest", cast.loanId],
    ["LoanRequest", "Elsewhere inside", elsewhere.loanId],
    ["QualityStandard", "Standard", cast.standardId],
    ["QualityStandard", "Standard CONSULTED", cast.consultedId],
    ["QualityStandard", "Standard DRAFT", cast.draftStandardId],
    ["Case", "Case", cast.caseId],
    ["Case", "Case of colleague", cast.colleagueCaseId],
    ["Case", "Elsewhere inside", elsewhere.caseId],
    ["DisclosureBasis", "Basis", cast.basisId],
    ["DisclosureBasis", "Elsewhere inside", elsewhere.basisId],
    ["Service", "Service PUBLIC", cast.service.globalId],
    ["Service", "Service NETWORK", cast.networkService.globalId],
    ["Service", "Service HUB_ONLY", cast.hubService.globalId],
    ["Service", "Service DRAFT", cast.draftService.globalId],
    ["Service", "Service WITHDRAWN", cast.withdrawnService.globalId],
    ["Service", "Elsewhere inside", elsewhere.service.globalId],
    ["Referral", "Referral", cast.referralId],
    ["Referral", "Referral", cast.personReferralId],
    ["Referral", "Referral", cast.keptReferralId],
    ["Referral", "Referral of colleague", cast.colleagueReferralId],
    ["Referral", "Elsewhere inside", elsewhere.referralId],
    [
      "Session",
      "Session of sender",
      toGlobalId("Session", cast.sender.sessionId),
    ],
  ];
}

/** Ways are walked many at a time: what they begin with is then answered once for all of them. */
export const manyAtOnce: Limits = {
  ...defaultLimits,
  tokens: 20_000,
  aliases: 100,
  rootFields: 100,
  cost: 8 * defaultLimits.cost,
};

/** What is asked, and how much of it at once. */
interface Asking {
  schema: GraphQLSchema;
  limits: Limits;
}

interface ById {
  noun: string;
  selection: string;
  id: string;
}

/** As many ids in one question as the limits let through. */
function together(
  { schema, limits }: Asking,
  centre: string,
  nodes: readonly ById[],
): Question[] {
  const questionOf = (some: readonly ById[]): Question => ({
    query: byIds(some.map(({ noun, selection }) => [noun, selection])),
    variables: {
      centre,
      ...Object.fromEntries(some.map(({ id }, n) => [`id${String(n)}`, id])),
    },
  });
  const packs: ById[][] = [];
  for (const node of nodes) {
    const last = packs.at(-1) ?? [];
    const { query, variables } = questionOf([...last, node]);
    if (last.length > 0 && !isTooDear(schema, query, variables, limits))
      last.push(node);
    else packs.push([node]);
  }
  return packs.map(questionOf);
}

/** Every question that the schema lets one ask of a cast, walking so many nouns deep. */
export function questionsOf(
  asking: Asking,
  cast: Cast,
  deep: { ofCentre: number; byId: number },
  without: readonly string[] = [],
): Questions {
  const { schema, limits } = asking;
  const centre = cast.centre.globalId;
  const questions: Questions = {
    asked: [],
    followed: [],
    ways: 0,
    refused: [],
    walked: new Set(),
    beyond: new Set(),
  };
  const walk = (
    type: string,
    around: (selection: string) => string,
    nouns: number,
  ): string[] => {
    const variables = { centre, id0: centre };
    const walked = walkFrom(
      schema,
      { type, around, variables, limits },
      nouns,
      without,
    );
    questions.ways += walked.ways;
    questions.refused.push(...walked.refused);
    for (const field of walked.walked) questions.walked.add(field);
    for (const field of walked.beyond) questions.beyond.add(field);
    return walked.selections;
  };
  const variables = { centre };
  for (const selection of walk("Centre", byCentre, deep.ofCentre))
    questions.asked.push({ query: byCentre(selection), variables });
  for (const selection of walk("Viewer", byViewer, deep.byId))
    questions.asked.push({ query: byViewer(selection), variables: {} });

  const selections = new Map<string, string[]>();
  for (const [noun] of idsOf(cast))
    if (!selections.has(noun))
      selections.set(
        noun,
        walk(noun, (selection) => byIds([[noun, selection]]), deep.byId),
      );
  const nodes = idsOf(cast).flatMap(([noun, , id]) =>
    (selections.get(noun) ?? []).map((selection) => ({ noun, selection, id })),
  );
  questions.asked.push(...together(asking, centre, nodes));

  for (const { name } of Object.values(
    schema.getSubscriptionType()?.getFields() ?? {},
  )) {
    const delivery = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const around = byFollowing(name, delivery);
    for (const selection of walk(delivery, around, deep.byId))
      questions.followed.push({ query: around(selection), variables });
  }
  return questions;
}

/** The rows of the table whose facts an actor may be told by questions about her centre. */
export function mayBeTold(
  name: ActorName,
  marks: readonly Mark[],
): Set<string> {
  return new Set(
    reads
      .filter((row) => marks.includes(row.marks[name]))
      .map(({ operation }) => operation)
      // a visitor of one centre is not told of another
      .filter((row) => name !== "anonymous" || !row.startsWith("Elsewhere")),
  );
}
