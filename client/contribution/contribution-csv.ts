// The report as a table for a spreadsheet, in the words of the screen.
import { useTranslation } from "react-i18next";

import { csvOf } from "../design/keep-file.js";
import type {
  ShownContribution,
  ShownCount,
  ShownLine,
} from "./contribution.documents.js";

export function useContributionCsv() {
  const { t } = useTranslation("contribution");
  const units = useTranslation("design");
  const told = (count: ShownCount | null) => {
    if (!count) return null;
    if (count.reason === null) return count.value;
    return count.reason === "FEW" ? "<5" : units.t("kept.derivable");
  };
  const row = (line: ShownLine) => [
    line.serviceName ?? t("together"),
    line.unit && units.t(`unit.${line.unit}`),
    told(line.received),
    told(line.accepted),
    told(line.served),
    told(line.servedUnits),
    told(line.filledUnits),
  ];
  return (
    organisation: string,
    period: string,
    { services, total, ...rest }: ShownContribution,
  ): string =>
    csvOf([
      [t("organisation"), organisation],
      [t("period"), period, rest.from, rest.to],
      [t("asOf"), rest.asOf],
      [t("medianMinutes"), rest.medianAnswerMinutes],
      [t("inTimePercent"), rest.answeredInTime],
      [t("answers"), told(rest.answers)],
      [t("confirmedPercent"), rest.confirmedInTime],
      [],
      [
        t("service"),
        t("unit"),
        t("count.received"),
        t("count.accepted"),
        t("count.served"),
        t("servedUnits"),
        t("filled"),
      ],
      ...services.map(row),
      row(total),
      [],
      [t("shared.action"), t("shared.network"), t("shared.role")],
      ...rest.actions.map(({ title, networkName, part }) => [
        title,
        networkName,
        t(`shared.as.${part}`),
      ]),
      [t("shared.attended"), rest.meetingsAttended],
      [t("shared.held"), rest.meetings],
    ]);
}
