// The door of the offer.
export { Capacity } from "./capacity.js";
export { CapacityUnit } from "./capacity-unit.js";
export {
  CapacityChangedResolver,
  CapacityResolver,
  ServiceCapacityResolver,
} from "./capacity.resolver.js";
export { before, lockCapacity, openCapacity, writeCapacity } from "./ledger.js";
export { NoFreePlace } from "./no-free-place.js";
export { findService } from "./offered-service.js";
export { capacityPolicy, servicePolicy } from "./offer.policy.js";
export { serviceById } from "./offer.reads.js";
export {
  CentreServicesResolver,
  NoFreePlaceResolver,
  PartnerServicesResolver,
  ServiceResolver,
} from "./offer.resolver.js";
export {
  EntryMode,
  LifeSphere,
  ReintegrationProfile,
  ServiceArea,
  ServiceForm,
  ServiceGroup,
} from "./service-kind.js";
export { Service } from "./service.js";
