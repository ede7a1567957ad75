// The door of partnership.
export {
  findNetworkToLead,
  movedWords,
  recordOfNetwork,
} from "./found-network.js";
export { foundLocalNetwork, joinNetwork } from "./join-network.js";
export { JointAction, JointActionPart } from "./joint-action.js";
export {
  JointActionPartResolver,
  JointActionResolver,
  NetworkActionsResolver,
  PartnerActionsResolver,
} from "./joint-actions.resolver.js";
export { NetworkMembership } from "./membership.js";
export {
  NetworkMembershipResolver,
  PartnerMembershipsResolver,
} from "./memberships.resolver.js";
export { Network } from "./network.js";
export {
  MembershipRole,
  NetworkEdgeKind,
  NetworkKind,
  NetworkStatus,
  PartnershipStep,
} from "./network-kind.js";
export { noPersonsNumber } from "./network-words.js";
export {
  jointActionById,
  membershipsOfNetwork,
  networkById,
  stakeholderTypeOfPartner,
} from "./partnership.reads.js";
export {
  CentreNetworksResolver,
  NetworkResolver,
  PartnerStakeholderResolver,
} from "./partnership.resolver.js";
