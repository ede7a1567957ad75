// What a service costs, in words.
import type { PublishedOffer } from "./published.reads.js";

const UNITS: Readonly<Record<string, string>> = {
  PLACES: "za miejsce",
  HOURS_WEEK: "za godzinę",
  HOURS_MONTH: "za godzinę",
  APPOINTMENTS_MONTH: "za wizytę",
  TRIPS_MONTH: "za przejazd",
  TICKETS_MONTH: "za wejściówkę",
  TICKETS_EVENT: "za wejściówkę",
};

/** Null: what a package does not say of fees is not said to be free. */
export function feeWords({
  feeGrosze,
  feeUnit,
  said,
}: PublishedOffer): string | null {
  if (feeGrosze === 0) return said ? null : "bezpłatnie";
  const zloty = (feeGrosze / 100).toFixed(2).replace(".", ",");
  const unit = feeUnit ? UNITS[feeUnit] : undefined;
  return unit ? `${zloty} zł ${unit}` : `${zloty} zł`;
}
