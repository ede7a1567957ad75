// What a coordinator wants to know of a service before referring, fact by fact: where it is read alone, and beside others.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { easesOf } from "../design/eases.js";
import { zlotyOf } from "../design/money.js";
import type { ReferableServiceFragment } from "../graphql/generated/graphql.js";
import { AnswerTime } from "../referring/index.js";
import { When } from "./When.js";

export const factNames = [
  "area",
  "group",
  "form",
  "kind",
  "entryMode",
  "forWhom",
  "place",
  "when",
  "fee",
  "eases",
  "answers",
] as const;

export type FactName = (typeof factNames)[number];

/** Empty where nothing is said of it. */
export type Facts = Readonly<
  Record<FactName, ReactElement | string | false | null>
>;

export function useFacts() {
  const { t } = useTranslation(["search", "design"]);
  const agesOf = ({ ageFrom, ageTo }: ReferableServiceFragment) => {
    if (ageFrom === null)
      return ageTo === null ? null : t("details.ageTo", { to: ageTo });
    return ageTo === null
      ? t("details.ageFrom", { from: ageFrom })
      : t("details.ages", { from: ageFrom, to: ageTo });
  };
  return (service: ReferableServiceFragment): Facts => ({
    area: t(`design:area.${service.area}`),
    group: t(`design:group.${service.group}`),
    form: t(`design:form.${service.form}`),
    kind: service.supporting && t("details.supporting"),
    entryMode: t(`design:entryMode.${service.entryMode}`),
    forWhom:
      [
        service.targetGroups
          .map((group) => t(`design:targetGroup.${group}`))
          .join(", "),
        agesOf(service),
        service.eligibility,
      ]
        .filter(Boolean)
        .join(" · ") || null,
    place: service.place,
    when: service.hours.length > 0 && <When service={service} />,
    fee:
      service.feeGrosze > 0
        ? `${zlotyOf(service.feeGrosze)} zł`
        : t("design:ease.FREE_OF_CHARGE"),
    eases: easesOf(service)
      .map((ease) => t(`design:ease.${ease}`))
      .join(", "),
    answers: service.responseTimes.length > 0 && (
      <ul>
        {service.responseTimes.map((time) => (
          <li key={time.priority}>
            {t(`design:priority.${time.priority}`)}: <AnswerTime time={time} />
          </li>
        ))}
      </ul>
    ),
  });
}
