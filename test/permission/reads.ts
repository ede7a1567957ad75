// How each group of fields in the table of rights is asked for; together the groups hold every field of these nouns.
import type { Actor, Cast } from "./cast.js";

interface Group {
  /** The noun whose fields these are. */
  noun?: string;
  fields: readonly string[];
  query: string;
  /** Where in the answer it would stand; by default the whole answer. */
  find?: (data: unknown) => unknown;
  id: (cast: Cast) => string;
}

/** Fields that tell what the viewer may do; the moves of the table say the same. */
export const claims: Record<string, readonly string[]> = {
  Partner: ["viewerCanPublishService"],
  Service: ["viewerCanSetCapacity", "viewerCanRefer"],
  Referral: [
    "viewerIsSender",
    "viewerCanOpen",
    "viewerCanAccept",
    "viewerCanDecline",
    "viewerCanWaitlist",
    "viewerCanOfferPlace",
    "viewerCanConfirmPlace",
    "viewerCanStart",
    "viewerCanComplete",
    "viewerCanDiscontinue",
    "viewerCanWithdraw",
  ],
};

const centre = (selection: string) =>
  `query ($id: ID!) { centre(id: $id) { ${selection} } }`;
/** A visitor enters a centre by its id, and only then finds what is public there. */
const node = (noun: string, selection: string) =>
  `query ($id: ID!, $centre: ID!) { centre(id: $centre) { __typename } node(id: $id) { ... on ${noun} { ${selection} } } }`;
const found = (data: unknown) =>
  typeof data === "object" && data && "node" in data ? data.node : null;

const CATALOGUE_OF_SERVICE = `id name description area group form sphere reintegrationProfile entryMode feeGrosze feeUnit
  emergency place status visibility suspendedUntil availability stakeholderType partner { id } responseTimes { amount }`;

const WORDS_OF_REFERRAL = `id number tokenCode priority status disclosureLevel units sentAt dueAt dueReason openedAt
  offeredUntil decidedAt startedAt finishedAt declineReason discontinueReason withdrawReason statutoryDocumentRef
  version sender holdsPlace queuePosition statutoryDocumentRequired service { id } partner { id } follows { id }
  timeline { status by reason }`;

const NUMBERS = `unit total occupied reserved available waiting waitingOutside walkIns version status
  confirmedAt confirmedBy confirmedFrom`;

function words(selection: string): string[] {
  return selection
    .replace(/\{[^{}]*\}/g, "")
    .split(/\s+/)
    .filter(Boolean);
}

function nodeGroup(noun: string, selection: string, id: Group["id"]): Group {
  return {
    noun,
    fields: words(selection),
    query: node(noun, selection),
    find: found,
    id,
  };
}

function centreGroup(selection: string): Group {
  return {
    noun: "Centre",
    fields: words(selection.replace(/\{.*?\}(?= |$)/gs, "")),
    query: centre(selection),
    id: (cast) => cast.centre.globalId,
  };
}

const networkId = (cast: Cast) =>
  Buffer.from(`Network:${cast.centre.networkId}`).toString("base64url");

export const groups: Record<string, Group> = {
  "Query.viewer": {
    fields: ["viewer"],
    query: `query { viewer { name email roles partner { id } centre { id } memberships { id } sessions { id } } }`,
    id: (cast) => cast.centre.globalId,
  },
  "Query.centre": {
    fields: ["centre"],
    query: centre("name"),
    id: (cast) => cast.centre.globalId,
  },
  "Query.node": {
    ...nodeGroup("Centre", "name", (cast) => cast.centre.globalId),
    fields: ["node"],
  },
  "Centre catalogue": {
    ...centreGroup(
      `id name shortName slug isTrial hub { id } partners { nodes { name } } services { nodes { name } } serviceFacets { total }`,
    ),
    fields: [
      "id",
      "name",
      "shortName",
      "slug",
      "isTrial",
      "hub",
      "partners",
      "services",
      "serviceFacets",
    ],
  },
  "Centre networks": {
    ...centreGroup(`networks { name }`),
    fields: ["networks"],
  },
  "Centre referrals": {
    ...centreGroup(`referrals { totalCount nodes { number } }`),
    fields: ["referrals"],
  },
  "Centre cases": {
    ...centreGroup(`cases { totalCount nodes { pseudonym } }`),
    fields: ["cases"],
  },
  "Centre activity": {
    ...centreGroup(`activity { nodes { kind at available } }`),
    fields: ["activity"],
  },
  "Centre overview": {
    ...centreGroup(
      `overview { services withFreePlace withQueue openReferrals unopenedReferrals areas { services } }`,
    ),
    fields: ["overview"],
  },
  Network: nodeGroup(
    "Network",
    `id name purpose kind status step hub { id }`,
    networkId,
  ),
  "Network graph": {
    ...nodeGroup("Network", `graph`, networkId),
    query: node(
      "Network",
      `graph { nodes { partner { id } degree isHub role } }`,
    ),
  },
  "Network openReferrals": {
    fields: [],
    query: node("Network", `graph { nodes { openReferrals } }`),
    find: found,
    id: networkId,
  },
  "Network flow": {
    fields: [],
    query: node("Network", `graph { edges { kind } }`),
    find: (data) => JSON.stringify(data).match(/REFERRALS/g) ?? [],
    id: networkId,
  },
  "Partner catalogue": nodeGroup(
    "Partner",
    `id code name shortName kind sector dataRole address website phone stakeholderType isHub services { name }`,
    (cast) => cast.partner.globalId,
  ),
  "Partner contactPersons": nodeGroup(
    "Partner",
    `contactPersons { id name position primary }`,
    (cast) => cast.partner.globalId,
  ),
  "Partner agreements": nodeGroup(
    "Partner",
    `agreements { id number title }`,
    (cast) => cast.partner.globalId,
  ),
  ContactPerson: nodeGroup(
    "ContactPerson",
    `id name position primary`,
    (cast) => cast.contactId,
  ),
  "ContactPerson address": nodeGroup(
    "ContactPerson",
    `workEmail workPhone`,
    (cast) => cast.contactId,
  ),
  Agreement: nodeGroup(
    "Agreement",
    `id number kind status title signedOn validFrom validTo dataRole endsInDays allowsReferrals parties { id } responseTimes { amount }`,
    (cast) => cast.agreementId,
  ),
  Case: nodeGroup(
    "Case",
    `id pseudonym openedOn closedOn`,
    (cast) => cast.caseId,
  ),
  "Service PUBLIC": nodeGroup(
    "Service",
    CATALOGUE_OF_SERVICE,
    (cast) => cast.service.globalId,
  ),
  "Service NETWORK": {
    ...nodeGroup(
      "Service",
      CATALOGUE_OF_SERVICE,
      (cast) => cast.networkService.globalId,
    ),
    fields: [],
  },
  "Service HUB_ONLY": {
    ...nodeGroup(
      "Service",
      CATALOGUE_OF_SERVICE,
      (cast) => cast.hubService.globalId,
    ),
    fields: [],
  },
  "Service numbers": nodeGroup(
    "Service",
    `capacity { ${NUMBERS} } offerable staleAfterDays`,
    (cast) => cast.service.globalId,
  ),
  "Service matchReasons": {
    noun: "Service",
    fields: ["matchReasons"],
    query: centre(`services { nodes { matchReasons { value } } }`),
    id: (cast) => cast.centre.globalId,
  },
  "Service obstacle": nodeGroup(
    "Service",
    `referralObstacle referralObstacleText`,
    (cast) => cast.closedService.globalId,
  ),
  "Service queue": nodeGroup(
    "Service",
    `firstWaitingReferral { id }`,
    (cast) => cast.waitingService.globalId,
  ),
  Referral: nodeGroup("Referral", WORDS_OF_REFERRAL, (cast) => cast.referralId),
  "Referral subject": nodeGroup(
    "Referral",
    `ownReference case { pseudonym }`,
    (cast) => cast.referralId,
  ),
};

export const fieldsOfCapacity = words(NUMBERS);

/** Nothing came: no row, no text, no number above zero. */
export function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (value === 0 || value === false) return true;
  if (Array.isArray(value)) return value.every(isNothing);
  if (typeof value === "object") return Object.values(value).every(isNothing);
  return false;
}

export async function sees(
  cast: Cast,
  actor: Actor,
  operation: string,
): Promise<boolean> {
  const group = groups[operation];
  if (!group) throw new Error(`nobody knows how to ask for ${operation}`);
  const { query, id, find = (data: unknown) => data } = group;
  const { data, errors } = await actor.ask(query, {
    id: id(cast),
    ...(query.includes("$centre") ? { centre: cast.centre.globalId } : {}),
  });
  const refusal = errors?.find(
    ({ extensions }) => extensions?.["code"] === "INTERNAL_SERVER_ERROR",
  );
  if (refusal) throw new Error(`${operation}: ${refusal.message}`);
  return !isNothing(find(data));
}
