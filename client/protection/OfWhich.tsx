// Which request or breach a dialog over the desk decides on.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { useDay } from "../design/use-day.js";
import { useNow } from "../design/use-now.js";
import type { Breach, Request } from "./rights.documents.js";

export function WhichRequest({ one }: { one: Request }) {
  const { t } = useTranslation("protection");
  const day = useDay();
  const { number, kind, pseudonym, receivedOn } = one;
  return (
    <p>
      <b>{t("requests.row", { number, kind: t(`requests.kind.${kind}`) })}</b>
      {", "}
      {pseudonym ?? t("requests.withoutCase")},{" "}
      {t("requests.receivedOn", { day: day(receivedOn) })}
    </p>
  );
}

export function WhichBreach({ one }: { one: Breach }) {
  const { t } = useTranslation("protection");
  const { moment } = useDates(useNow());
  const { number, kind, foundAt, about } = one;
  return (
    <p>
      <b>{t("breaches.row", { number, kind: t(`breaches.kind.${kind}`) })}</b>
      {", "}
      {moment(new Date(foundAt))}: {about}
    </p>
  );
}
