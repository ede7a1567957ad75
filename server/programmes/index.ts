// The door of programmes.
export { programmeBeforeStopping } from "./before-stopping.js";
export {
  AgreementProgrammeResolver,
  programmesOfAgreements,
} from "./carried-out.js";
export { programmeLimit } from "./level-cap.js";
export {
  fieldsOfLevel,
  isSensitive,
  PersonalDataField,
} from "./personal-data.js";
export { PlanRowResolver, ProgrammePlanResolver } from "./plan.resolver.js";
export { PlanMoney, PlanRow } from "./plan-row.js";
export { Programme } from "./programme.js";
export { ProgrammeChange } from "./programme-change.js";
export { programmeById } from "./programmes.reads.js";
export {
  CentreProgrammesResolver,
  ProgrammeChangeResolver,
  ProgrammeResolver,
  ServiceProgrammeResolver,
} from "./programmes.resolver.js";
