// The door of partnership.
export {
  findNetworkToLead,
  holdNetwork,
  movedWords,
  recordOfNetwork,
  whyNotInNetwork,
} from "./found-network.js";
export { foundLocalNetwork, joinNetwork } from "./join-network.js";
export { ActionPart, JointAction, JointActionPart } from "./joint-action.js";
export {
  JointActionPartResolver,
  JointActionResolver,
  NetworkActionsResolver,
  PartnerActionsResolver,
} from "./joint-actions.resolver.js";
export { guardLeaving } from "./leaving.js";
export { NetworkMembership } from "./membership.js";
export {
  LeavingResolver,
  NetworkMembershipResolver,
  PartnerMembershipsResolver,
} from "./memberships.resolver.js";
export { Network } from "./network.js";
export { guardStopping, type NetworkChange } from "./network-change.js";
export {
  MembershipRole,
  NetworkEdgeKind,
  NetworkKind,
  NetworkStatus,
  PartnershipStep,
} from "./network-kind.js";
export { NetworkProcedure } from "./network-procedure.js";
export { noPersonsNumber } from "./network-words.js";
export { ObstaclesResolver } from "./obstacles.resolver.js";
export { ParticipationObstacle } from "./participation-obstacle.js";
export { membershipPolicy } from "./partnership.policy.js";
export {
  jointActionById,
  membershipsOfNetwork,
  networkById,
  partnerLeavesOn,
  stakeholderTypeOfPartner,
} from "./partnership.reads.js";
export {
  CentreNetworksResolver,
  NetworkResolver,
  PartnerStakeholderResolver,
} from "./partnership.resolver.js";
