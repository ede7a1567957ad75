// Which services come to whom they serve: transport, and what says so.
import { comesHome } from "../../client/appointments/comes-home.js";

it.each([
  ["Usługi opiekuńcze w miejscu zamieszkania", null, "HOURS_MONTH", true],
  ["Opieka wytchnieniowa w domu", null, "HOURS_WEEK", true],
  ["Asystent", "u osoby", "HOURS_WEEK", true],
  ["Dowóz do lekarza", null, "TRIPS_MONTH", true],
  ["Popołudnia w domu kultury", null, "PLACES", false],
  ["Doradztwo zawodowe", "ul. Lipowa 3", "APPOINTMENTS_MONTH", false],
] as const)("%s", (name, place, unit, comes) => {
  expect(comesHome({ name, place, capacity: { unit } })).toBe(comes);
});
