// When a service takes place, as schedules of HSDS 3.1; what its columns do not hold stands in words beside.
import { rruleOf, scheduleInWords } from "../../offer/index.js";
import type { PublishedOffer } from "./published.reads.js";
import { joined, type Told } from "./told.js";

/** The id of a line is that of the service, turned by its place. */
const LINE = "7c1d9e24-0000-4b6a-9c35-2f8e6d1a0b57";

export function schedulesOf(one: PublishedOffer): Told[] {
  return one.hours.map((line, at) => {
    const [freq = "", byday = ""] = rruleOf(line)
      .split(";")
      .map((part) => part.slice(part.indexOf("=") + 1));
    return {
      id: joined(one.id, LINE.replace("0000", String(at).padStart(4, "0"))),
      service_id: one.id,
      freq,
      byday,
      opens_at: line.opensAt,
      closes_at: line.closesAt === "24:00" ? "00:00" : line.closesAt,
      description: scheduleInWords(one).pl.join("; "),
      // an offset would be wrong for half of the year
      notes: "Europe/Warsaw",
    };
  });
}
