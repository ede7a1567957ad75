// The door of the offer.
export { AcquisitionMode } from "./acquisition-mode.js";
export { Capacity } from "./capacity.js";
export {
  CapacityChangedResolver,
  CapacityResolver,
  ServiceCapacityResolver,
} from "./capacity.resolver.js";
export { CapacityUnit } from "./capacity-unit.js";
export { ServiceMoved } from "./change-service.js";
export { confirmServices, ServicesConfirmed } from "./confirm-capacity.js";
export { endOffer } from "./end-offer.js";
export type { CapacityChange, LedgerKind } from "./ledger.js";
export {
  before,
  capacityEvent,
  emptied,
  lockCapacities,
  lockCapacity,
  nextVersion,
  openCapacity,
  writeCapacities,
  writeCapacity,
} from "./ledger.js";
export { NoFreePlace } from "./no-free-place.js";
export { capacityPolicy, servicePolicy } from "./offer.policy.js";
export { serviceById } from "./offer.reads.js";
export {
  CentreServicesResolver,
  NoFreePlaceResolver,
  PartnerServicesResolver,
  ServiceResolver,
} from "./offer.resolver.js";
export { findService, unknownService } from "./offered-service.js";
export { servicePublished } from "./publish-service.js";
export { ViewerQuotasResolver } from "./quotas.resolver.js";
export { offerTasks, resumeServicesHourly } from "./resume-service.js";
export {
  ServiceHoursResolver,
  ServiceScheduleResolver,
} from "./schedule/schedule.resolver.js";
export { scheduleInWords } from "./schedule/schedule-words.js";
export { rruleOf, ServiceHours } from "./schedule/service-hours.js";
export { searchPublished } from "./search-published.reads.js";
export { Service } from "./service.js";
export {
  EntryMode,
  LifeSphere,
  ReintegrationProfile,
  ServiceArea,
  ServiceForm,
  ServiceGroup,
} from "./service-kind.js";
export { alternativesVisibleTo } from "./service-list.reads.js";
export { unsaid } from "./service-words.js";
export { CapacityInUse, CapacityMoved, setCapacity } from "./set-capacity.js";
export { showOfferOfWhoJoined } from "./show-offer.js";
export { TargetGroup, targetGroupWords } from "./target-group.js";
