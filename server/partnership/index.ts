// The door of partnership.
export { foundLocalNetwork, joinNetwork } from "./join-network.js";
export { NetworkMembership } from "./membership.js";
export { Network } from "./network.js";
export {
  MembershipRole,
  NetworkEdgeKind,
  NetworkKind,
  NetworkStatus,
  PartnershipStep,
} from "./network-kind.js";
export {
  membershipsOfNetwork,
  networkById,
  stakeholderTypeOfPartner,
} from "./partnership.reads.js";
export {
  CentreNetworksResolver,
  NetworkResolver,
  PartnerStakeholderResolver,
} from "./partnership.resolver.js";
