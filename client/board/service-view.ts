// The saved views of the board: which services each shows and in what order, steady while numbers change.
import type {
  LifeSphere,
  ServiceArea,
  ServiceForm,
  ServiceGroup,
  ServiceRow_ServiceFragment as Service,
} from "../graphql/generated/graphql.js";

export const views = [
  "wszystkie",
  "wolne-mimo-kolejki",
  "za-duzo-zatrzymane",
  "bez-wolnych",
  "nieswieze",
  "niepotwierdzone",
] as const;

export type View = (typeof views)[number];

export interface Wanted {
  view: View;
  area: ServiceArea | null;
  group: ServiceGroup | null;
  form: ServiceForm | null;
  sphere: LifeSphere | null;
  text: string;
  sorting: string;
}

export function fits(service: Service, wanted: Wanted): boolean {
  for (const kind of ["area", "group", "form", "sphere"] as const)
    if (wanted[kind] && service[kind] !== wanted[kind]) return false;
  if (!hasWords(service, wanted.text)) return false;
  return isInView(service, wanted.view);
}

function isInView(service: Service, view: View): boolean {
  const { capacity } = service;
  switch (view) {
    case "wszystkie":
      return true;
    case "wolne-mimo-kolejki":
      return isFreeDespiteQueue(service);
    case "za-duzo-zatrzymane":
      return isKeptBeyondTotal(service);
    case "bez-wolnych":
      return capacity?.available === 0;
    case "nieswieze":
      return isOld(service, new Date());
    case "niepotwierdzone":
      return capacity !== null && capacity.confirmedAt === null;
  }
}

/** By its age alone, as the overview counts it: a full service is old too. */
function isOld({ capacity, staleAfterDays }: Service, now: Date): boolean {
  if (!capacity?.confirmedAt || staleAfterDays === null) return false;
  const age = now.getTime() - new Date(capacity.confirmedAt).getTime();
  return age > staleAfterDays * 86_400_000;
}

/** Its number is old, or nobody has ever vouched for it. */
export function isUnsure(service: Service, now: Date): boolean {
  const { capacity, partner, status } = service;
  if (!capacity || partner.isHub || status !== "ACTIVE") return false;
  return capacity.confirmedAt === null || isOld(service, now);
}

/** A free place that is owed to the queue first. */
export function isFreeDespiteQueue({ capacity }: Service): boolean {
  return (
    capacity !== null && capacity.available > 0 && capacity.owedToQueue > 0
  );
}

/** Agreements keep more for the network than there is. */
export function isKeptBeyondTotal({ capacity }: Service): boolean {
  return capacity !== null && capacity.kept > capacity.total;
}

/** Without case and Polish marks, so that "zajecia" finds "Zajęcia". */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ł", "l")
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "");
}

function hasWords({ name, partner }: Service, text: string): boolean {
  const hay = fold(`${name} ${partner.name} ${partner.code ?? ""}`);
  return fold(text)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

const collator = new Intl.Collator("pl");

const measures: Record<string, (service: Service) => number> = {
  wolne: ({ capacity }) => capacity?.available ?? -1,
  czeka: ({ capacity }) => capacity?.waiting ?? -1,
  potwierdzone: ({ capacity }) =>
    capacity?.confirmedAt ? new Date(capacity.confirmedAt).getTime() : 0,
};

export function arranged(
  services: readonly Service[],
  wanted: Wanted,
): Service[] {
  const turned = wanted.sorting.startsWith("-");
  const measure = measures[wanted.sorting.replace("-", "")];
  const direction = turned ? -1 : 1;
  return services
    .filter((service) => fits(service, wanted))
    .sort((one, other) =>
      measure
        ? direction * (measure(one) - measure(other)) ||
          collator.compare(one.name, other.name)
        : direction * collator.compare(one.name, other.name),
    );
}

/** How many rows would come, go or move if the list were arranged now. */
export function countMoves(
  kept: readonly string[],
  fresh: readonly string[],
  changed: ReadonlySet<string>,
): number {
  const keptSet = new Set(kept);
  const freshSet = new Set(fresh);
  const keptCommon = kept.filter((id) => freshSet.has(id));
  const freshCommon = fresh.filter((id) => keptSet.has(id));
  const moved = keptCommon.filter(
    (id, place) => changed.has(id) && freshCommon[place] !== id,
  );
  const gone = kept.length - keptCommon.length;
  const come = fresh.length - freshCommon.length;
  return gone + come + moved.length;
}
