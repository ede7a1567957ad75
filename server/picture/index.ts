// The door of the picture.
export {
  CentreOverviewResolver,
  NetworkNodeResolver,
  NetworkPictureResolver,
} from "./picture.resolver.js";
