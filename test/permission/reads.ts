// How each group of fields in the table of rights is asked for; together the groups hold every field of these nouns.
import { graph } from "../../server/graph.js";
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Group } from "./ask-for.js";
import {
  centre,
  centreGroup,
  comingOf,
  found,
  node,
  nodeGroup,
  words,
} from "./ask-for.js";
import type { Actor, Cast } from "./cast.js";
import { linkOf } from "./cast.js";

const CATALOGUE_OF_SERVICE = `id version name description area group form sphere reintegrationProfile entryMode supporting acquisitionMode feeGrosze feeUnit
  accessibility careDuringActivity transportProvided hours { days weekOfMonth opensAt closesAt rrule } seasonFrom seasonTo restsOnHolidays
  targetGroups eligibility ageFrom ageTo nextDates scheduleInWords { pl en }
  emergency place status visibility suspendedUntil availability stakeholderType partner { id } responseTimes { amount }`;

const WORDS_OF_REFERRAL = `id number kind priority status disclosureLevel units sentAt dueAt dueReason escalatesAt openedAt
  offeredUntil decidedAt startedAt redeemedAt finishedAt declineReason discontinueReason
  version sender holdsPlace queuePosition passedOver expectedOn clockStandsUntil suspendedAt suspendReason resumesOn statutoryDocumentRequired service { id } partner { id } follows { id } agreement { id } agreementRevision
  agreementEndsOn partnerLeavesOn maskedAt continuation { way } needProposal { gapKind } needReport { at } followedBy { id } openSuggestions
  noShows timeline { status by reason }`;

const STANDARD = `id name areas criteria { text } status consultedFrom consultedTo approvedOn approvedByName inForceFrom
  retiredOn edition version services { name }`;

const NUMBERS = `unit total occupied reserved available waiting waitingOutside walkIns kept keptBy version status
  confirmedAt confirmedBy confirmedFrom`;

const networkId = (cast: Cast) => toGlobalId("Network", cast.centre.networkId);

const logOf = (field: string) =>
  `query ($id: ID!, $centre: ID!) { centre(id: $centre) { accessLog(filter: { referralId: $id }) { nodes { ${field} } } } }`;

export const groups: Record<string, Group> = {
  "Query.viewer": {
    fields: ["viewer"],
    query: `query { viewer { name email roles partner { id } centre { id } memberships { id } sessions { id } secondFactor { since } needsSecondFactor mustSetUpSecondFactor identityLinked } }`,
    id: (cast) => cast.centre.globalId,
  },
  "Query.otherProvider": {
    // the same for everybody
    fields: ["otherProvider"],
    query: `query { otherProvider { name path } }`,
    id: (cast) => cast.centre.globalId,
  },
  "Query.centre": {
    fields: ["centre"],
    query: centre("name"),
    id: (cast) => cast.centre.globalId,
  },
  "Query.node": {
    ...nodeGroup("Centre", "name", (cast) => cast.centre.globalId),
    fields: [],
  },
  "Query.accountLink": {
    fields: ["accountLink"],
    query: `query ($id: String!) { accountLink(token: $id) { kind state } }`,
    id: (cast) => linkOf(cast.invitationId),
  },
  "Query.mailbox": {
    // outside the demo there is none
    fields: ["mailbox"],
    query: `query { mailbox { nodes { to text } } }`,
    id: (cast) => cast.centre.globalId,
  },
  "Query.actionLink": {
    fields: ["actionLink"],
    query: `query ($id: String!) { actionLink(token: $id) { kind partnerName services { name } } }`,
    id: (cast) => cast.linkToken,
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
  "Centre resources": {
    ...centreGroup(`resources { nodes { name } }`),
    fields: ["resources"],
  },
  "Centre needs": {
    ...centreGroup(`needs { totalCount nodes { title } } places { name }`),
    fields: ["needs", "places"],
  },
  "Centre loanRequests": {
    ...centreGroup(`loanRequests { id } loanRequestCount`),
    fields: ["loanRequests", "loanRequestCount"],
  },
  Resource: nodeGroup(
    "Resource",
    `id kind name description availableWhen quantity lendable state version partner { id }`,
    (cast) => cast.resourceId,
  ),
  "Partner resources": nodeGroup(
    "Partner",
    `resources { name }`,
    (cast) => cast.partner.globalId,
  ),
  LoanRequest: nodeGroup(
    "LoanRequest",
    `id from to quantity note onBehalfReason takenBackReason state askedAt answeredAt version resource { id } askingPartner { id }`,
    (cast) => cast.loanId,
  ),
  "Centre networks": {
    ...centreGroup(`networks { name }`),
    fields: ["networks"],
  },
  "Centre programmes": {
    ...centreGroup(`programmes { name }`),
    fields: ["programmes"],
  },
  "Centre agreements": {
    ...centreGroup(`agreements { totalCount nodes { number } }`),
    fields: ["agreements"],
  },
  "Centre standards": {
    ...centreGroup(`standards { name }`),
    fields: ["standards"],
  },
  "Centre openActions": {
    ...centreGroup(`openActions { action }`),
    fields: ["openActions"],
  },
  "Centre openShortfalls": {
    ...centreGroup(`openShortfalls { reason }`),
    fields: ["openShortfalls"],
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
  "Centre accessLog": {
    ...centreGroup(
      `accessLog { nodes { at by position partner { name } pseudonym action fields hash } }`,
    ),
    fields: ["accessLog"],
  },
  "Centre accessLogChain": {
    ...centreGroup(
      `accessLogChain { position intactTo anchor brokenAt checkedAt }`,
    ),
    fields: ["accessLogChain"],
  },
  "Centre protection": {
    ...centreGroup(
      `protectionRules { maskAfterDays eraseAfterMonths erasesByItself version }`,
    ),
    fields: [
      ...["protectionRules", "dueErasures", "protectionRuns"],
      "keepingTimes",
      ...["residentRequests", "breaches"],
    ],
  },
  "Centre accessCounts": {
    ...centreGroup(`accessCounts { month action outcome lines }`),
    fields: ["accessCounts"],
  },
  "Centre overview": {
    ...centreGroup(
      `overview { services withFreePlace withQueue openReferrals unopenedReferrals areas { services } }`,
    ),
    fields: ["overview"],
  },
  Network: nodeGroup(
    "Network",
    `id name purpose kind status step goals cadenceDays startedOn stateSince stateReason version hub { id } memberships { id declaredOn leavingOn onBehalfReason } formerMemberships { id leftOn } jointActions { id title } procedures { version text }`,
    networkId,
  ),
  "Network formation": nodeGroup(
    "Network",
    `formation { step } rules { rule state } meetingRhythm { state } stepsTaken { step reason } analysis { strengths weaknesses opportunities threats }`,
    networkId,
  ),
  "Network needs": nodeGroup("Network", `needs { id title }`, networkId),
  "Network meetings": nodeGroup("Network", `meetings { id title }`, networkId),
  Need: nodeGroup(
    "Need",
    `id title area gapKind targetGroup place { name } evidence status personsEstimated plannedAnswer answerNote reportedAt reports
      viewerReports evidenceCounts { evidence } shortServices { id } version network { id }`,
    (cast) => cast.needId,
  ),
  ServiceSuggestion: nodeGroup(
    "ServiceSuggestion",
    `id reason madeAt decidedAt service { id }`,
    (cast) => cast.suggestionId,
  ),
  "Suggestion decision": nodeGroup(
    "ServiceSuggestion",
    `outcome declineReason referral { id }`,
    (cast) => cast.suggestionId,
  ),
  "Referral suggestions": nodeGroup(
    "Referral",
    `suggestions { reason }`,
    (cast) => cast.referralId,
  ),
  "Need comments": nodeGroup(
    "Need",
    `comments { text }`,
    (cast) => cast.needId,
  ),
  Meeting: nodeGroup(
    "Meeting",
    `id kind title agenda startsAt endsAt place status cancelReason minutes minutesApprovedAt version network { id } attendance { present }`,
    (cast) => cast.meetingId,
  ),
  JointAction: nodeGroup(
    "JointAction",
    `id title version network { id } parts { part }`,
    (cast) => cast.jointActionId,
  ),
  "Partner networks": nodeGroup(
    "Partner",
    `memberships { id role roleDescription joinedOn } jointActions { id title } leavesOn`,
    (cast) => cast.partner.globalId,
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
  "Membership handOver": {
    fields: [],
    query: node("Network", `memberships { handOver { owedBy } }`),
    find: found,
    id: networkId,
  },
  "Network flow": {
    fields: [],
    query: node("Network", `graph { edges { kind } }`),
    find: (data) => JSON.stringify(data).match(/REFERRALS/g) ?? [],
    id: networkId,
  },
  "Partner obstacles": nodeGroup(
    "Partner",
    `participationObstacles { note help }`,
    (cast) => cast.partner.globalId,
  ),
  "Partner withdrawn": nodeGroup(
    "Partner",
    `withdrawnServices { id }`,
    (cast) => cast.partner.globalId,
  ),
  "Partner catalogue": nodeGroup(
    "Partner",
    `id code name shortName kind sector dataRole takesApplications address website phone stakeholderType isHub services { name }`,
    (cast) => cast.partner.globalId,
  ),
  "Partner contactPersons": nodeGroup(
    "Partner",
    `contactPersons { id name position primary }`,
    (cast) => cast.partner.globalId,
  ),
  "Partner register": nodeGroup(
    "Partner",
    `status contactAlert version nip regon krs registerEntry missingNumbers terc legalForm statutoryProviderKind areasServed
     statutoryAims reintegrationAim suggestedStakeholderType accessibility cisDecision cisVoivode cisValidUntil cisAgreedPlaces`,
    (cast) => cast.partner.globalId,
  ),
  "Partner statusReason": nodeGroup(
    "Partner",
    `statusReason dataRoleReason`,
    (cast) => cast.partner.globalId,
  ),
  "Partner agreements": nodeGroup(
    "Partner",
    `agreements { id number title }`,
    (cast) => cast.partner.globalId,
  ),
  "Partner assignees": nodeGroup(
    "Partner",
    `assignees { id name email roles state since lastUsedOn }`,
    (cast) => cast.partner.globalId,
  ),
  "Partner invitations": nodeGroup(
    "Partner",
    `invitations { id name email roles invitedAt }`,
    (cast) => cast.partner.globalId,
  ),
  "Partner rolesToGive": nodeGroup(
    "Partner",
    `rolesViewerCanGive`,
    (cast) => cast.partner.globalId,
  ),
  "Hub assignees": {
    fields: [],
    query: centre(`hub { assignees { email } }`),
    find: (data) => JSON.stringify(data).match(/"email":/g) ?? [],
    id: (cast) => cast.centre.globalId,
  },
  "Partner contribution": {
    ...nodeGroup("Partner", "contribution", (cast) => cast.partner.globalId),
    query: node(
      "Partner",
      `contribution(kind: YEAR) { from total { received { value } } services { serviceName } }`,
    ),
  },
  ContactPerson: nodeGroup(
    "ContactPerson",
    `id name position primary roles preferredChannel availability willingConfirmedAt willingConfirmedBy awayFrom awayTo
     awayNow substitute { id } version`,
    (cast) => cast.contactId,
  ),
  "ContactPerson address": nodeGroup(
    "ContactPerson",
    `workEmail workPhone willingNote`,
    (cast) => cast.contactId,
  ),
  Agreement: nodeGroup(
    "Agreement",
    `id number kind status title signedOn validFrom validTo dataRole endsInDays allowsReferrals parties { id } responseTimes { amount }
      version revision isPublic endedOn suspendedOn leavings { leftOn }`,
    (cast) => cast.agreementId,
  ),
  "Agreement terms": nodeGroup(
    "Agreement",
    `terms { purpose }`,
    (cast) => cast.agreementId,
  ),
  "Agreement versions": nodeGroup(
    "Agreement",
    `versions { revision }`,
    (cast) => cast.agreementId,
  ),
  "Agreement finance": nodeGroup(
    "Agreement",
    `finance { mode amountGrosze settlementRules }`,
    (cast) => cast.agreementId,
  ),
  "Agreement papers": nodeGroup(
    "Agreement",
    `documents { fileName sha256 } remarks { text }`,
    (cast) => cast.agreementId,
  ),
  "Agreement openReferrals": nodeGroup(
    "Agreement",
    `openReferrals { referrals owedBy }`,
    (cast) => cast.agreementId,
  ),
  Programme: nodeGroup(
    "Programme",
    `id name aim startsOn endsOn needs persons serviceScope qualification fees documentation personalData organisation
     monitoring budgetGrosze resolutionNumber resolutionOn bipUrl reportedOn version missing reportDueOn highestLevel
     status partnership { name } services { name } changes { kind } plan { serviceName }`,
    (cast) => cast.programmeId,
  ),
  "Service programme": nodeGroup(
    "Service",
    `programme { name }`,
    (cast) => cast.service.globalId,
  ),
  "Agreement orders": nodeGroup(
    "Agreement",
    `orders { id }`,
    (cast) => cast.agreementId,
  ),
  AgreementOrder: nodeGroup(
    "AgreementOrder",
    `id per version partner { id } agreement { id } lines { serviceName } sheets { id } shortfalls { id }`,
    (cast) => cast.orderId,
  ),
  "Order fulfilment": {
    ...nodeGroup("AgreementOrder", "fulfilment", (cast) => cast.orderId),
    query: node("AgreementOrder", `fulfilment(on: "2026-11-01") { from }`),
  },
  SettlementSheet: nodeGroup(
    "SettlementSheet",
    `id from to revision status draftedAt hubConfirmedAt partnerConfirmedAt objectedBy objection accounts { costGrosze } differences { serviceName }`,
    (cast) => cast.sheetId,
  ),
  Shortfall: nodeGroup(
    "Shortfall",
    `id from to kind reason owner dueOn state answer answeredAt result closedAt missing version raisedAt serviceName daysOverdue order { id }`,
    (cast) => cast.shortfallId,
  ),
  "Programme sum": nodeGroup(
    "Programme",
    `plannedGrosze`,
    (cast) => cast.programmeId,
  ),
  "Plan money": {
    ...nodeGroup(
      "Programme",
      `plan { amountGrosze }`,
      (cast) => cast.programmeId,
    ),
    fields: [],
  },
  Standard: nodeGroup("QualityStandard", STANDARD, (cast) => cast.standardId),
  "Standard CONSULTED": {
    ...nodeGroup("QualityStandard", STANDARD, (cast) => cast.consultedId),
    fields: [],
  },
  "Standard DRAFT": {
    ...nodeGroup("QualityStandard", STANDARD, (cast) => cast.draftStandardId),
    fields: [],
  },
  "Standard comments": nodeGroup(
    "QualityStandard",
    `comments { text }`,
    (cast) => cast.consultedId,
  ),
  "Standard checks": nodeGroup(
    "QualityStandard",
    `checks { evidence }`,
    (cast) => cast.standardId,
  ),
  "Service standard": nodeGroup(
    "Service",
    `standard { name }`,
    (cast) => cast.service.globalId,
  ),
  "Service lastCheck": nodeGroup(
    "Service",
    `lastCheck { evidence }`,
    (cast) => cast.service.globalId,
  ),
  Case: {
    ...nodeGroup(
      "Case",
      `id pseudonym openedOn closedOn version ownReference openedAlthough identityVersion identityErasedAt isRestricted looks { at }
       bases { id }`,
      (cast) => cast.caseId,
    ),
    fields: [
      ...words(
        `id pseudonym openedOn closedOn version ownReference openedAlthough identityVersion identityErasedAt isRestricted looks bases noteOwedBy`,
      ),
      // of a partner and a service; of an own case alone
      ...["basisChoice", "travelTo"],
    ],
  },
  Basis: nodeGroup(
    "DisclosureBasis",
    `id kind highestLevel personFields givenBy form textVersion text { version } validFrom validTo endedAt recordedAt note
     noteDueAt isWorking viewerCanWithdraw partner { id } service { id }`,
    (cast) => cast.basisId,
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
    `referralObstacle referralObstacleText referableTo`,
    (cast) => cast.closedService.globalId,
  ),
  "Service saidFull": nodeGroup(
    "Service",
    `saidFullAt`,
    (cast) => cast.fullService.globalId,
  ),
  "Service queue": nodeGroup(
    "Service",
    `firstWaitingReferral { id }`,
    (cast) => cast.waitingService.globalId,
  ),
  "Service ending": nodeGroup(
    "Service",
    `openReferrals { id }`,
    (cast) => cast.waitingService.globalId,
  ),
  "Service keeping": nodeGroup(
    "Service",
    `openReferralCount`,
    (cast) => cast.waitingService.globalId,
  ),
  "Service WITHDRAWN": {
    ...nodeGroup(
      "Service",
      CATALOGUE_OF_SERVICE,
      (cast) => cast.withdrawnService.globalId,
    ),
    fields: [],
  },
  "Service DRAFT": {
    ...nodeGroup(
      "Service",
      CATALOGUE_OF_SERVICE,
      (cast) => cast.draftService.globalId,
    ),
    fields: [],
  },
  Referral: nodeGroup("Referral", WORDS_OF_REFERRAL, (cast) => cast.referralId),
  "Service attendance": {
    noun: "Service",
    fields: ["attendance"],
    query: node(
      "Service",
      `attendance(from: "2026-11-24", to: "2026-11-24") { lines { number tokenCode isSuspended viewerCanShowName } }`,
    ),
    find: found,
    id: (cast) => cast.attendedService.globalId,
  },
  "Referral appointment": nodeGroup(
    "Referral",
    `appointment { place bring askFor wishReason } attendance { day } deliveredSoFar deliveredUnits result`,
    (cast) => cast.referralId,
  ),
  "Referral code": nodeGroup(
    "Referral",
    `tokenCode`,
    (cast) => cast.referralId,
  ),
  "Referral messages": nodeGroup(
    "Referral",
    `messages { fromPartner topics text at } suspendNote withdrawReason statutoryDocumentRef`,
    (cast) => cast.referralId,
  ),
  "Referral subject": nodeGroup(
    "Referral",
    `ownReference case { pseudonym } fallbackPlan { version }`,
    (cast) => cast.referralId,
  ),
  "Referral alternatives": nodeGroup(
    "Referral",
    `alternatives { id }`,
    (cast) => cast.referralId,
  ),
  "Referral person": nodeGroup(
    "Referral",
    `personFields`,
    (cast) => cast.personReferralId,
  ),
  "Referral keeping": nodeGroup(
    "Referral",
    `keeping { askedAt } basisWithdrawn`,
    (cast) => cast.keptReferralId,
  ),
  "Log of colleague": {
    fields: [],
    query: logOf("number"),
    id: (cast) => cast.colleagueReferralId,
  },
  "Log of colleague's case": {
    fields: [],
    query: logOf("pseudonym"),
    id: (cast) => cast.colleagueReferralId,
  },
  "Referral of colleague": {
    ...nodeGroup(
      "Referral",
      WORDS_OF_REFERRAL,
      (cast) => cast.colleagueReferralId,
    ),
    fields: [],
  },
  "Case of colleague": {
    ...nodeGroup("Case", "pseudonym", (cast) => cast.colleagueCaseId),
    fields: [],
  },
  "Session of sender": nodeGroup(
    "Session",
    `id device startedAt lastUsedAt current`,
    (cast) => toGlobalId("Session", cast.sender.sessionId),
  ),
  "Elsewhere catalogue": {
    ...centreGroup("name services { nodes { name } }"),
    fields: [],
    id: (cast) => cast.elsewhere.centre.globalId,
  },
  "Elsewhere inside": {
    ...centreGroup("referrals { totalCount } networks { name }"),
    fields: [],
    id: (cast) => cast.elsewhere.centre.globalId,
  },
};

/** The rows of the table of which anything comes. */
export async function seenBy(
  cast: Cast,
  actor: Actor,
  operations: readonly string[],
): Promise<Set<string>> {
  const asked = operations.map((operation): [string, Group] => {
    const group = groups[operation];
    if (!group) throw new Error(`nobody knows how to ask for ${operation}`);
    return [operation, group];
  });
  return comingOf(await graph(), cast, actor, asked);
}
