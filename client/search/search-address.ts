// What is searched for, as it stands in the address: a search can be sent as a link, a case never stands in it.
import { accessibilities, type Ease } from "../design/eases.js";
import { targetGroups } from "../design/target-groups.js";
import type {
  EntryMode,
  LifeSphere,
  ServiceArea,
  ServiceFilter,
  ServiceForm,
  ServiceGroup,
  StakeholderType,
  TargetGroup,
  TimeOfDay,
} from "../graphql/generated/graphql.js";

export const spheres = new Map<string, LifeSphere>([
  ["psychologiczna", "PSYCHOLOGICAL"],
  ["spoleczna", "SOCIAL"],
  ["zawodowa", "VOCATIONAL"],
  ["socjalno-bytowa", "SOCIAL_LIVING"],
  ["zdrowotna", "HEALTH"],
]);

export const areas = new Map<string, ServiceArea>([
  ["prorodzinna", "PRO_FAMILY"],
  ["rodzina", "FAMILY_SUPPORT"],
  ["piecza", "FOSTER_CARE"],
  ["pomoc-spoleczna", "SOCIAL_ASSISTANCE"],
  ["zdrowie", "HEALTH"],
  ["niepelnosprawnosc", "DISABILITY"],
  ["edukacja", "EDUCATION"],
  ["praca", "EMPLOYMENT"],
  ["kultura", "CULTURE"],
  ["sport", "SPORT_TOURISM"],
  ["aktywnosc", "CIVIC"],
  ["mieszkanie", "HOUSING"],
  ["srodowisko", "ENVIRONMENT"],
  ["reintegracja", "REINTEGRATION"],
]);

export const forms = new Map<string, ServiceForm>([
  ["indywidualna", "INDIVIDUAL"],
  ["grupowa", "GROUP"],
  ["mieszana", "MIXED"],
]);

export const entryModes = new Map<string, EntryMode>([
  ["bez-zapisow", "OPEN"],
  ["wejsciowka", "TOKEN"],
  ["skierowanie", "REFERRAL"],
  ["program", "PROGRAMME_QUALIFICATION"],
  ["ustawowe", "STATUTORY_REFERRAL"],
  ["decyzja", "ADMIN_DECISION"],
]);

export const groups = new Map<string, ServiceGroup>([
  ["a", "A"],
  ["b1", "B1"],
  ["b2", "B2"],
]);

export const stakeholderTypes = new Map<string, StakeholderType>([
  ["a", "A"],
  ["b", "B"],
  ["c", "C"],
]);

export const targets = new Map<string, TargetGroup>(
  targetGroups.map((group) => [
    group.toLowerCase().replaceAll("_", "-"),
    group,
  ]),
);

export const timesOfDay = new Map<string, TimeOfDay>([
  ["rano", "MORNING"],
  ["po-poludniu", "AFTERNOON"],
  ["wieczorem", "EVENING"],
  ["weekend", "WEEKEND"],
]);

/** All that are ticked are wanted at once, unlike the others, of which one is enough. */
export const eases = new Map<string, Ease | "FREE_OF_CHARGE">([
  ["bezplatnie", "FREE_OF_CHARGE"],
  ["opieka", "CARE"],
  ["dojazd", "TRANSPORT"],
  ["wozek", "WHEELCHAIR"],
  ["migowy", "SIGN_LANGUAGE"],
  ["latwy-tekst", "EASY_TO_READ"],
  ["petla", "INDUCTION_LOOP"],
  ["toaleta", "ACCESSIBLE_TOILET"],
]);

export type Dimension =
  | "sfera"
  | "obszar"
  | "forma"
  | "dla"
  | "pora"
  | "ulatwienia"
  | "wejscie"
  | "grupa"
  | "typ";
export const dimensions: readonly Dimension[] = [
  "sfera",
  "obszar",
  "forma",
  "dla",
  "pora",
  "ulatwienia",
  "wejscie",
  "grupa",
  "typ",
];

/** The conditions of a search that one may drop: the words stay, since they are what is looked for. */
export type Condition = Dimension | "wolne" | "miejsce";

function chosen<Value>(
  address: URLSearchParams,
  dimension: Dimension,
  values: ReadonlyMap<string, Value>,
): Value[] | null {
  const found = address
    .getAll(dimension)
    .map((slug) => values.get(slug))
    .filter((value) => value !== undefined);
  return found.length > 0 ? found : null;
}

const LONGEST_PLACE = 100;

/** The filter of the graph that an address asks for; what it does not know it passes over. */
export function filterOf(address: URLSearchParams): ServiceFilter {
  const wanted = chosen(address, "ulatwienia", eases) ?? [];
  const accessibility = accessibilities.filter((one) => wanted.includes(one));
  return {
    text: address.get("q")?.trim() || null,
    referableNow: address.get("wolne") === "tak" ? true : null,
    spheres: chosen(address, "sfera", spheres),
    areas: chosen(address, "obszar", areas),
    forms: chosen(address, "forma", forms),
    place: address.get("miejsce")?.trim().slice(0, LONGEST_PLACE) || null,
    targetGroups: chosen(address, "dla", targets),
    timesOfDay: chosen(address, "pora", timesOfDay),
    accessibility: accessibility.length > 0 ? accessibility : null,
    careDuringActivity: wanted.includes("CARE") || null,
    transportProvided: wanted.includes("TRANSPORT") || null,
    freeOfCharge: wanted.includes("FREE_OF_CHARGE") || null,
    entryModes: chosen(address, "wejscie", entryModes),
    groups: chosen(address, "grupa", groups),
    stakeholderTypes: chosen(address, "typ", stakeholderTypes),
  };
}

/** The conditions that an address holds, in the order in which they are shown. */
export function conditionsOf(address: URLSearchParams): Condition[] {
  const filter = filterOf(address);
  const all: [Condition, unknown][] = [
    ["wolne", filter.referableNow],
    ["sfera", filter.spheres],
    ["obszar", filter.areas],
    ["forma", filter.forms],
    ["miejsce", filter.place],
    ["dla", filter.targetGroups],
    ["pora", filter.timesOfDay],
    ["ulatwienia", chosen(address, "ulatwienia", eases)],
    ["wejscie", filter.entryModes],
    ["grupa", filter.groups],
    ["typ", filter.stakeholderTypes],
  ];
  return all.flatMap(([condition, value]) => (value ? [condition] : []));
}

export function without(
  address: URLSearchParams,
  ...conditions: readonly string[]
): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const condition of conditions) next.delete(condition);
  return next;
}

/** Ticks a value or takes its tick away. */
export function toggled(
  address: URLSearchParams,
  dimension: Dimension,
  slug: string,
): URLSearchParams {
  const next = new URLSearchParams(address);
  const known = next.getAll(dimension);
  next.delete(dimension);
  const kept = known.filter((one) => one !== slug);
  if (kept.length === known.length) kept.push(slug);
  for (const one of kept) next.append(dimension, one);
  return next;
}

/** An absent value leaves the address. */
export function withValue(
  address: URLSearchParams,
  name: "q" | "wolne" | "miejsce",
  value: string,
): URLSearchParams {
  const next = new URLSearchParams(address);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}

/** Where services of one area stand that take somebody at once. */
export function searchOf(area: ServiceArea): string {
  const slug = [...areas].find(([, value]) => value === area)?.[0] ?? "";
  const address = new URLSearchParams({ wolne: "tak", obszar: slug });
  return `/szukaj?${address.toString()}`;
}
