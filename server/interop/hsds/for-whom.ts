// Whom a service is for, in a sentence: its groups, its ages, and its own words.
import { targetGroupWords } from "../../offer/index.js";
import type { Language } from "../../platform/graphql/words.js";
import type { PublishedOffer } from "./published.reads.js";

type ForWhom = Pick<
  PublishedOffer,
  "targetGroups" | "eligibility" | "ageFrom" | "ageTo"
>;

/** Null: nothing is said of it. Its own words are Polish in either. */
export function forWhomIn(one: ForWhom, language: Language): string | null {
  const groups = one.targetGroups.map(
    (group) => targetGroupWords[group][language],
  );
  const ages = agesIn(one, language);
  const said = [groups.join(", "), ages].filter(Boolean).join(", ");
  const sentence = said && `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  return [sentence, one.eligibility].filter(Boolean).join(" ") || null;
}

function agesIn({ ageFrom, ageTo }: ForWhom, language: Language): string {
  if (ageFrom === null && ageTo === null) return "";
  const isPolish = language === "pl";
  const from =
    ageFrom === null ? "" : `${isPolish ? "od" : "from"} ${String(ageFrom)} `;
  const to =
    ageTo === null ? "" : `${isPolish ? "do" : "to"} ${String(ageTo)} `;
  return `${isPolish ? "w wieku " : "aged "}${from}${to}${isPolish ? "lat" : "years"}`;
}
