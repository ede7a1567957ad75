// The door of the picture.
export { CentreFollowingResolver } from "./centre-changed.resolver.js";
export { PartnerContributionResolver } from "./contribution.resolver.js";
export {
  CentreOverviewResolver,
  NetworkNodeResolver,
  NetworkPictureResolver,
} from "./picture.resolver.js";
