// What notices do by the clock, centre after centre.
import type { DataSource } from "typeorm";

import type { Desk } from "../events/index.js";
import { eachCentre } from "../identity/index.js";
import {
  REMIND_STALE_OFFERS,
  remindStaleOffers,
} from "./remind-stale-offers.js";
import {
  LOOK_AFTER_CONTACTS,
  lookAfterContacts,
} from "./tell-of-missing-contacts.js";

export function noticeTasks(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
) {
  return {
    [REMIND_STALE_OFFERS]: () =>
      eachCentre(dataSource, deskOf, remindStaleOffers),
    [LOOK_AFTER_CONTACTS]: () =>
      eachCentre(dataSource, deskOf, lookAfterContacts),
  };
}
