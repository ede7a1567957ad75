// The door of the picture.
export { PartnerContributionResolver } from "./contribution.resolver.js";
export {
  CentreOverviewResolver,
  NetworkNodeResolver,
  NetworkPictureResolver,
} from "./picture.resolver.js";
