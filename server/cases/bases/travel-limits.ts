// How much may travel to a service, or to whatever a partner offers, by the agreement's data role and the programme's list (domain 4.2, 4.3).
import type { Standing } from "../../agreements/index.js";
import {
  carryingAgreement,
  disclosureLimit,
  obstacleOf,
} from "../../agreements/index.js";
import type { Service } from "../../offer/index.js";
import type { DataRole, DisclosureLevel } from "../../partners/index.js";
import { reachesLevel } from "../../partners/index.js";
import type { Words } from "../../platform/graphql/words.js";
import {
  fieldsOfLevel,
  PersonalDataField,
  type Programme,
  programmeLimit,
} from "../../programmes/index.js";

export interface TravelLimit {
  highest: DisclosureLevel;
  /** In the order in which they are told. */
  fields: readonly PersonalDataField[];
  /** Why no more; null where everything may. */
  words: Words | null;
  dataRole: DataRole;
}

/** Where nothing may be sent to at all. */
function closed(words: Words): TravelLimit {
  return {
    highest: "L0_TOKEN",
    fields: [],
    words,
    dataRole: "NO_PERSONAL_DATA",
  };
}

export function limitOf(
  standing: Standing,
  service: Service,
  programme: Programme | null,
  day: string,
): TravelLimit {
  const obstacle = obstacleOf(standing, service, day);
  if (obstacle) return closed(obstacle.words);
  const agreement = carryingAgreement(standing, service.id, day);
  const byRole = disclosureLimit(standing, agreement, service.id, day);
  const dataRole = agreement?.dataRole ?? "SAME_CONTROLLER";
  const named = programme ? (programme.personalData ?? []) : null;
  const least =
    programme && !reachesLevel(byRole.highest, programme.highestLevel)
      ? { highest: programme.highestLevel, words: programmeLimit(programme) }
      : byRole;
  return {
    highest: least.highest,
    fields: fieldsOfLevel(least.highest).filter((field) =>
      named ? named.includes(field) : !NAMED_ONLY.has(field),
    ),
    words: least.highest === "L3_SENSITIVE" ? null : least.words,
    dataRole,
  };
}

/** What travels only where a programme names it: a day of birth as the law needs it, what somebody was convicted of (domain 4.3). */
const NAMED_ONLY: ReadonlySet<PersonalDataField> = new Set([
  "BIRTH_DATE",
  "CRIMINAL_DATA",
]);

/** What every one of them lets travel: a basis for all promises nothing that one of them would refuse. */
export function leastOf(limits: readonly TravelLimit[]): TravelLimit | null {
  const [lowest] = limits.filter((some) =>
    limits.every((other) => reachesLevel(some.highest, other.highest)),
  );
  return lowest
    ? {
        ...lowest,
        fields: lowest.fields.filter((field) =>
          limits.every(({ fields }) => fields.includes(field)),
        ),
        dataRole: limits.every(({ dataRole }) => dataRole === "PROCESSOR")
          ? "PROCESSOR"
          : lowest.dataRole === "PROCESSOR"
            ? "SEPARATE_CONTROLLER"
            : lowest.dataRole,
      }
    : null;
}

/** What lets the service get in touch, and no more; raising it needs a reason. */
export function lowestLevelFor(
  { entryMode }: Pick<Service, "entryMode">,
  highest: DisclosureLevel,
): DisclosureLevel {
  const needsNobody = entryMode === "OPEN" || entryMode === "TOKEN";
  return needsNobody || highest === "L0_TOKEN" ? "L0_TOKEN" : "L1_CONTACT";
}
