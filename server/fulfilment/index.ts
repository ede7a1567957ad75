// The door of fulfilment.
export { AgreementOrder } from "./agreement-order.js";
export { DeliveryReport } from "./delivery-report.js";
export { endDutiesHourly, leavingTasks } from "./end-duties-of-who-left.js";
export { fulfilmentPolicy } from "./fulfilment.policy.js";
export {
  accountsOf,
  orderById,
  sheetById,
  shortfallById,
} from "./fulfilment.reads.js";
export {
  AgreementOrderResolver,
  AgreementOrdersResolver,
  OrderedLineResolver,
  SettlementSheetResolver,
} from "./fulfilment.resolver.js";
export { fulfilmentTasks, remindOverdueHourly } from "./remind-overdue.js";
export { SettlementSheet } from "./settlement-sheet.js";
export { Shortfall } from "./shortfall.js";
export {
  CentreShortfallsResolver,
  ShortfallResolver,
} from "./shortfalls.resolver.js";
export { ASKS_CORRECTION, tellOfCorrections } from "./tell-of-corrections.js";
export { tellOfSettlement } from "./tell-of-settlement.js";
