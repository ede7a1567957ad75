// The door of audit.
export { followChain } from "./access-chain.reads.js";
export {
  AccessLogEntryResolver,
  CentreAccessLogResolver,
} from "./access-log.resolver.js";
export { ActivityResolver, CentreActivityResolver } from "./audit.resolver.js";
export { partsOfReferral, personalFields } from "./personal-fields.js";
export { putOnRecord } from "./put-on-record.js";
