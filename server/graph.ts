// The graph: the one visible list of nouns, resolvers and reactions, and how each noun is found by its id.
import type { GraphQLSchema } from "graphql";
import { buildSchema, type BuildSchemaOptions } from "type-graphql";

import {
  Agreement,
  agreementById,
  AgreementDocument,
  AgreementDocumentResolver,
  AgreementFinance,
  AgreementLeavingResolver,
  AgreementLifeResolver,
  AgreementPartsResolver,
  AgreementParty,
  AgreementPartyResolver,
  AgreementRemark,
  AgreementRemarkResolver,
  AgreementResolver,
  agreementsBeforeLeaving,
  AgreementTask,
  AgreementTaskResolver,
  AgreementTermsResolver,
  AgreementVersion,
  AgreementVersionParty,
  AgreementVersionResolver,
  CentreAgreementsResolver,
  followScope,
  guardEnding,
  knowProgrammes,
  PartnerAgreementsResolver,
  partWithWhoLeft,
  scopeNewService,
  ServiceInScope,
  ServiceInScopeResolver,
  ServiceScopeResolver,
  VersionSignatureResolver,
} from "./agreements/index.js";
import {
  AccessLogEntryResolver,
  ActivityResolver,
  CentreAccessLogResolver,
  CentreActivityResolver,
  putOnRecord,
} from "./audit/index.js";
import {
  basisById,
  Case,
  CaseBasesResolver,
  caseById,
  CaseKey,
  CaseLook,
  CaseResolver,
  CentreCasesResolver,
  DisclosureBasis,
  DisclosureBasisResolver,
  lookAtPartner,
  lookAtProgramme,
  lookAtService,
  PersonIndex,
  ReferralScope,
  SealedIdentity,
} from "./cases/index.js";
import { on, onAll } from "./events/index.js";
import {
  NetworkAnalysis,
  NetworkFormationResolver,
  StepTaken,
} from "./formation/index.js";
import {
  Meeting,
  MeetingAttendance,
  MeetingAttendanceResolver,
  meetingById,
  MeetingResolver,
  meetingsBeforeStopping,
  NetworkMeetingsResolver,
} from "./forum/index.js";
import {
  AgreementOrder,
  AgreementOrderResolver,
  AgreementOrdersResolver,
  ASKS_CORRECTION,
  CentreShortfallsResolver,
  DeliveryReport,
  orderById,
  OrderedLineResolver,
  SettlementSheet,
  SettlementSheetResolver,
  sheetById,
  Shortfall,
  shortfallById,
  ShortfallResolver,
  tellOfCorrections,
  tellOfSettlement,
} from "./fulfilment/index.js";
import {
  Account,
  AccountIdentity,
  Assignment,
  Centre,
  centreById,
  CentreResolver,
  IdentityLinkResolver,
  SecondFactor,
  SecondFactorResolver,
  Session,
  sessionById,
  SessionResolver,
  ViewerMembershipResolver,
  ViewerResolver,
} from "./identity/index.js";
import { Letter } from "./letters/index.js";
import {
  CentreNeedsResolver,
  CentrePlace,
  Need,
  needById,
  NeedComment,
  NeedCommentResolver,
  NeedRegisterResolver,
  NeedReport,
  NeedReportedResolver,
  NeedReportResolver,
  NeedResolver,
  NetworkNeedsResolver,
  ReferralNeedResolver,
} from "./needs/index.js";
import {
  ActionLink,
  ANSWERS,
  ANSWERS_AGREEMENT,
  askAboutNoShow,
  ASKS_PARTIES,
  CHANGES_AGREEMENT,
  ConfirmationResolver,
  escalateEmergencies,
  LinkResolver,
  MailboxResolver,
  remindOfAppointment,
  tellOfAgreementAnswers,
  tellOfAgreementNews,
  tellOfAwaitingAgreements,
  tellOfExpiry,
  tellOfFallbacks,
  tellOfGivenAnswer,
  tellOfLeaving,
  tellOfMissingContacts,
  tellOfReferrals,
  tellSender,
  tellSuccessor,
  tellTeam,
} from "./notices/index.js";
import {
  Capacity,
  CapacityChangedResolver,
  CapacityResolver,
  CentreServicesResolver,
  NoFreePlaceResolver,
  PartnerServicesResolver,
  Service,
  serviceById,
  ServiceCapacityResolver,
  ServiceHoursResolver,
  ServiceResolver,
  ServiceScheduleResolver,
  showOfferOfWhoJoined,
  ViewerQuotasResolver,
} from "./offer/index.js";
import {
  CentrePartnersResolver,
  ContactPerson,
  contactPersonById,
  ContactPersonResolver,
  Partner,
  partnerById,
  PartnerRegisterResolver,
  PartnerResolver,
  ViewerMembershipPartnerResolver,
  ViewerPartnerResolver,
} from "./partners/index.js";
import {
  CentreNetworksResolver,
  guardLeaving,
  guardStopping,
  JointAction,
  jointActionById,
  JointActionPart,
  JointActionPartResolver,
  JointActionResolver,
  LeavingResolver,
  Network,
  NetworkActionsResolver,
  networkById,
  NetworkMembership,
  NetworkMembershipResolver,
  NetworkProcedure,
  NetworkResolver,
  ObstaclesResolver,
  ParticipationObstacle,
  PartnerActionsResolver,
  PartnerMembershipsResolver,
  PartnerStakeholderResolver,
} from "./partnership/index.js";
import {
  AccountLinkResolver,
  AssigneeResolver,
  Invitation,
  InvitationResolver,
  narrowWhoLeft,
  PartnerPeopleResolver,
  PasswordReset,
} from "./people/index.js";
import {
  CentreFollowingResolver,
  CentreOverviewResolver,
  NetworkNodeResolver,
  NetworkPictureResolver,
  PartnerContributionResolver,
} from "./picture/index.js";
import { describeArguments } from "./platform/graphql/argument-words.js";
import type { NodeFinders } from "./platform/graphql/context.js";
import { loader } from "./platform/graphql/loader.js";
import { NodeResolver } from "./platform/graphql/node.resolver.js";
import { printedSchema } from "./platform/graphql/printed-schema.js";
import { Instant } from "./platform/graphql/scalars.js";
import { tellOutcomes } from "./platform/graphql/tell-outcomes.js";
import {
  AgreementProgrammeResolver,
  CentreProgrammesResolver,
  PlanMoney,
  PlanRow,
  PlanRowResolver,
  Programme,
  programmeBeforeStopping,
  programmeById,
  ProgrammeChange,
  ProgrammeChangeResolver,
  ProgrammePlanResolver,
  ProgrammeResolver,
  programmesOfAgreements,
  ServiceProgrammeResolver,
} from "./programmes/index.js";
import {
  Breach,
  BreachResolver,
  BreachStep,
  CasePapersResolver,
  CentreKeepingResolver,
  CentreRightsResolver,
  ProtectionRules,
  ProtectionRunResolver,
  ResidentRequest,
} from "./protection/index.js";
import {
  Appointment,
  AppointmentReferralResolver,
  AppointmentResolver,
  askToMoveOn,
  Attendance,
  AttendanceLineResolver,
  CentreReferralsResolver,
  Chain,
  Continuation,
  ContinuationResolver,
  FallbackPlanResolver,
  FallbackResolver,
  FallbackRow,
  FALLBACKS_MOVED,
  HandOverResolver,
  OpenUnderAgreementResolver,
  PartnerLeavesResolver,
  plansBeforeEnd,
  plansBeforeLeaving,
  Referral,
  ReferralAttendanceResolver,
  referralById,
  ReferralChangedResolver,
  ReferralDoorResolver,
  ReferralFallbacksResolver,
  ReferralFollowingResolver,
  ReferralKeeping,
  ReferralMessage,
  ReferralMovesResolver,
  ReferralQuestionsResolver,
  ReferralResolver,
  ReferralSubject,
  ReferralSuggestionsResolver,
  ReferralSuspensionResolver,
  ReferralTravelResolver,
  ServiceAttendanceResolver,
  ServiceEndingResolver,
  ServiceQueueResolver,
  ServiceSuggestion,
  ServiceSuggestionResolver,
  suggestionById,
  SuggestionDecision,
} from "./referrals/index.js";
import {
  CentreLoansResolver,
  CentreResourcesResolver,
  loanById,
  LoanRequest,
  LoanRequestResolver,
  loansBeforeLeaving,
  PartnerResourcesResolver,
  Resource,
  resourceById,
  ResourceResolver,
} from "./resources/index.js";
import {
  actionsBeforeLeaving,
  CentreStandardsResolver,
  QualityStandard,
  QualityStandardResolver,
  ServiceStandard,
  ServiceStandardResolver,
  standardById,
  StandardCheck,
  StandardCheckResolver,
  StandardComment,
  StandardCommentResolver,
} from "./standards/index.js";

export const entities = [
  AccountIdentity,
  ActionLink,
  Account,
  Agreement,
  AgreementDocument,
  AgreementFinance,
  AgreementParty,
  AgreementRemark,
  AgreementTask,
  AgreementVersion,
  AgreementVersionParty,
  Assignment,
  Capacity,
  Case,
  CaseKey,
  CaseLook,
  PersonIndex,
  ReferralKeeping,
  ReferralScope,
  SealedIdentity,
  Centre,
  Chain,
  ContactPerson,
  Appointment,
  Attendance,
  Continuation,
  DeliveryReport,
  DisclosureBasis,
  FallbackRow,
  Invitation,
  JointAction,
  JointActionPart,
  Letter,
  Meeting,
  MeetingAttendance,
  CentrePlace,
  Need,
  NeedComment,
  NeedReport,
  Network,
  NetworkAnalysis,
  NetworkMembership,
  NetworkProcedure,
  ParticipationObstacle,
  Partner,
  PasswordReset,
  PlanMoney,
  PlanRow,
  Programme,
  ProgrammeChange,
  ProtectionRules,
  Breach,
  BreachStep,
  ResidentRequest,
  QualityStandard,
  Referral,
  ReferralMessage,
  ReferralSubject,
  ServiceSuggestion,
  SuggestionDecision,
  SecondFactor,
  Service,
  ServiceInScope,
  AgreementOrder,
  Session,
  StepTaken,
  SettlementSheet,
  Shortfall,
  ServiceStandard,
  StandardCheck,
  StandardComment,
  Resource,
  LoanRequest,
];

const resolvers = [
  AccessLogEntryResolver,
  AccountLinkResolver,
  ActivityResolver,
  AgreementOrdersResolver,
  AgreementResolver,
  AgreementLeavingResolver,
  AgreementLifeResolver,
  AgreementPartsResolver,
  AgreementDocumentResolver,
  AgreementPartyResolver,
  AgreementProgrammeResolver,
  AgreementRemarkResolver,
  AgreementTaskResolver,
  AgreementTermsResolver,
  AgreementVersionResolver,
  CentreAgreementsResolver,
  ServiceInScopeResolver,
  VersionSignatureResolver,
  CapacityChangedResolver,
  CapacityResolver,
  CentreAccessLogResolver,
  CentreActivityResolver,
  CasePapersResolver,
  CentreKeepingResolver,
  CentreRightsResolver,
  BreachResolver,
  ProtectionRunResolver,
  CaseBasesResolver,
  CaseResolver,
  DisclosureBasisResolver,
  CentreCasesResolver,
  CentreNetworksResolver,
  CentreFollowingResolver,
  CentreOverviewResolver,
  CentrePartnersResolver,
  CentreProgrammesResolver,
  AppointmentReferralResolver,
  AppointmentResolver,
  CentreReferralsResolver,
  CentreResolver,
  CentreServicesResolver,
  CentreShortfallsResolver,
  CentreStandardsResolver,
  CentreLoansResolver,
  CentreResourcesResolver,
  ContactPersonResolver,
  AttendanceLineResolver,
  ReferralAttendanceResolver,
  ServiceAttendanceResolver,
  ContinuationResolver,
  HandOverResolver,
  InvitationResolver,
  narrowWhoLeft,
  ConfirmationResolver,
  LinkResolver,
  MailboxResolver,
  IdentityLinkResolver,
  JointActionPartResolver,
  JointActionResolver,
  LeavingResolver,
  ObstaclesResolver,
  MeetingAttendanceResolver,
  MeetingResolver,
  CentreNeedsResolver,
  NeedCommentResolver,
  NeedRegisterResolver,
  NeedReportedResolver,
  NeedReportResolver,
  NeedResolver,
  ReferralNeedResolver,
  NetworkActionsResolver,
  NetworkFormationResolver,
  NetworkMeetingsResolver,
  NetworkMembershipResolver,
  NetworkNeedsResolver,
  NetworkNodeResolver,
  NetworkPictureResolver,
  NetworkResolver,
  NodeResolver,
  NoFreePlaceResolver,
  PartnerActionsResolver,
  OpenUnderAgreementResolver,
  OrderedLineResolver,
  PartnerAgreementsResolver,
  PartnerMembershipsResolver,
  PartnerContributionResolver,
  PartnerLeavesResolver,
  PartnerPeopleResolver,
  PartnerRegisterResolver,
  PartnerResolver,
  PartnerResourcesResolver,
  PartnerServicesResolver,
  PartnerStakeholderResolver,
  AssigneeResolver,
  PlanRowResolver,
  ProgrammePlanResolver,
  ProgrammeChangeResolver,
  ProgrammeResolver,
  QualityStandardResolver,
  ReferralChangedResolver,
  ReferralDoorResolver,
  FallbackPlanResolver,
  FallbackResolver,
  ReferralFallbacksResolver,
  ReferralFollowingResolver,
  ReferralMovesResolver,
  ReferralQuestionsResolver,
  ReferralResolver,
  ReferralTravelResolver,
  ReferralSuspensionResolver,
  ServiceEndingResolver,
  ReferralSuggestionsResolver,
  ServiceSuggestionResolver,
  LoanRequestResolver,
  ResourceResolver,
  SecondFactorResolver,
  ServiceCapacityResolver,
  ServiceHoursResolver,
  ServiceScheduleResolver,
  ViewerQuotasResolver,
  AgreementOrderResolver,
  ServiceProgrammeResolver,
  ServiceQueueResolver,
  ServiceResolver,
  ServiceScopeResolver,
  ServiceStandardResolver,
  SessionResolver,
  SettlementSheetResolver,
  ShortfallResolver,
  StandardCheckResolver,
  StandardCommentResolver,
  ViewerMembershipPartnerResolver,
  ViewerMembershipResolver,
  ViewerPartnerResolver,
  ViewerResolver,
] as const;

/** A centre by its id is the own one; a visitor enters by `Query.centre`. */
export const nodes: NodeFinders = {
  Agreement: agreementById,
  Case: caseById,
  DisclosureBasis: basisById,
  Centre: loader(async (context, ids) =>
    Promise.all(
      ids.map(async (id) =>
        id === context.actor.centreId ? context.load(centreById, id) : null,
      ),
    ),
  ),
  ContactPerson: contactPersonById,
  JointAction: jointActionById,
  LoanRequest: loanById,
  Meeting: meetingById,
  Need: needById,
  Network: networkById,
  Partner: partnerById,
  Programme: programmeById,
  QualityStandard: standardById,
  Referral: referralById,
  Resource: resourceById,
  Service: serviceById,
  ServiceSuggestion: suggestionById,
  AgreementOrder: orderById,
  Session: sessionById,
  SettlementSheet: sheetById,
  Shortfall: shortfallById,
};

guardEnding(plansBeforeEnd);
followScope(lookAtPartner);
knowProgrammes(programmesOfAgreements);
// first what nobody but the coordinators can give, then what the organiser ends
guardLeaving(plansBeforeLeaving);
guardLeaving(agreementsBeforeLeaving);
guardLeaving(loansBeforeLeaving);
guardLeaving(actionsBeforeLeaving);
guardStopping(meetingsBeforeStopping);
guardStopping(programmeBeforeStopping);

for (const type of ["ProgrammeChanged", "ProgrammeAdopted"])
  on(type, lookAtProgramme);
on("ServiceProgrammeSet", lookAtService);
on("ServicePublished", scopeNewService);
// who joins shows its offer to all, and may be referred to under the agreements that it has
on("NetworkJoined", showOfferOfWhoJoined);
on("NetworkJoined", scopeNewService);
// who rests, or only watches, is not referred to meanwhile
for (const type of [
  "NetworkLeavingAnnounced",
  "NetworkLeavingTakenBack",
  "NetworkMembershipChanged",
  "PartnerDataRoleCorrected",
  "PartnerSuspended",
  "PartnerResumed",
])
  on(type, scopeNewService);
on("NetworkLeft", partWithWhoLeft);
on("NetworkLeft", scopeNewService);
on("NetworkLeft", narrowWhoLeft);
for (const type of ["NetworkLeavingAnnounced", "NetworkLeavingTakenBack"])
  on(type, tellOfLeaving);
onAll("ReferralSent", tellOfReferrals);
onAll("ReferralSent", tellTeam);
on("InformationGiven", tellOfGivenAnswer);
for (const type of ["ReferralSent", "InformationGiven"])
  onAll(type, escalateEmergencies);
onAll("ReferralExpired", tellOfExpiry);
on("AppointmentArranged", remindOfAppointment);
onAll(FALLBACKS_MOVED, tellOfFallbacks);
for (const type of ["ContactAbsenceSet", "ContactPersonRemoved"])
  on(type, tellOfMissingContacts);
for (const type of ["ContactPersonChanged", "ContactPersonRemoved"])
  on(type, tellSuccessor);
for (const type of ["ReferralDeclined", "ReferralExpired"])
  onAll(type, askToMoveOn);
for (const type of ANSWERS) onAll(type, tellSender);
on("AppearanceNoted", askAboutNoShow);
for (const type of ASKS_PARTIES) on(type, tellOfAwaitingAgreements);
for (const type of CHANGES_AGREEMENT) on(type, tellOfAgreementNews);
for (const type of ANSWERS_AGREEMENT) on(type, tellOfAgreementAnswers);
on("SettlementDrafted", tellOfSettlement);
for (const type of ASKS_CORRECTION) on(type, tellOfCorrections);

let built: Promise<GraphQLSchema> | null = null;

export function graph(): Promise<GraphQLSchema> {
  built ??= describedRoots({
    resolvers,
    scalarsMap: [{ type: Date, scalar: Instant }],
    validate: false,
    // subscriptions follow the log, never a channel in memory
    pubSub: {
      publish: () => {
        throw new Error("events are recorded by a unit of work");
      },
      subscribe: () => {
        throw new Error("a subscription follows the log");
      },
    },
  });
  return built;
}

/** The roots have no class of their own that could carry their description. */
async function describedRoots(options: BuildSchemaOptions) {
  const schema = await buildSchema(options);
  const describe = (
    root: { description?: string | null | undefined } | null | undefined,
    description: string,
  ) => {
    if (root) root.description = description;
  };
  describe(schema.getQueryType(), "What can be asked.");
  describe(
    schema.getMutationType(),
    "What can be done. Expected failures come back as members of the payload.",
  );
  describe(
    schema.getSubscriptionType(),
    "What can be followed. Every subscription resumes after a cursor.",
  );
  return tellOutcomes(putOnRecord(describeArguments(schema)));
}

/** The graph as schema/schema.graphql holds it. */
export async function printGraph(): Promise<string> {
  return printedSchema(await graph());
}
