// The services that the table shows, in its order, as a file for a spreadsheet, in the words of the screen.
import { useTranslation } from "react-i18next";

import { easesOf } from "../design/eases.js";
import { csvOf } from "../design/keep-file.js";
import { zlotyOf } from "../design/money.js";
import { linesIn } from "../design/weekdays.js";
import type { ServiceRow_ServiceFragment as Service } from "../graphql/generated/graphql.js";

const COLUMNS = [
  "service",
  "partner",
  "type",
  "area",
  "group",
  "form",
  "sphere",
  "entryMode",
  "place",
  "when",
  "fee",
  "eases",
  "state",
  "unit",
  "total",
  "occupied",
  "reserved",
  "available",
  "waiting",
  "confirmed",
] as const;

export function useTableFile() {
  const { t, i18n } = useTranslation(["board", "design"]);
  const cells = (service: Service) => {
    const { capacity, sphere, scheduleInWords } = service;
    const said: Record<(typeof COLUMNS)[number], string | number | null> = {
      service: service.name,
      partner: service.partner.name,
      type: service.stakeholderType,
      area: t(`design:area.${service.area}`),
      group: t(`design:group.${service.group}`),
      form: t(`design:form.${service.form}`),
      sphere: sphere && t(`design:sphere.${sphere}`),
      entryMode: t(`design:entryMode.${service.entryMode}`),
      place: service.place,
      when: linesIn(i18n.language, scheduleInWords).join("; "),
      fee: zlotyOf(service.feeGrosze),
      eases: easesOf(service)
        .map((ease) => t(`design:ease.${ease}`))
        .join("; "),
      state: t(`design:band.${service.availability}`),
      unit: capacity && t(`design:unit.${capacity.unit}`),
      total: capacity?.total ?? null,
      occupied: capacity?.occupied ?? null,
      reserved: capacity?.reserved ?? null,
      available: capacity?.available ?? null,
      waiting: capacity?.waiting ?? null,
      confirmed: capacity?.confirmedAt?.slice(0, 10) ?? null,
    };
    return COLUMNS.map((column) => said[column]);
  };
  return (services: readonly Service[]): string =>
    csvOf([
      COLUMNS.map((column) => t(`file.${column}`)),
      ...services.map(cells),
    ]);
}
