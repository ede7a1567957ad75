// Which request or breach a dialog over the desk decides on.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { useDay } from "../design/use-day.js";
import { useNow } from "../design/use-now.js";
import type { Breach, Request } from "./rights.documents.js";

/** By pseudonym, else by the number of the office's own file. */
export function OfWhom({ one }: { one: Request }) {
  const { t } = useTranslation("protection");
  const { pseudonym, fileReference } = one;
  if (pseudonym) return pseudonym;
  return fileReference
    ? t("requests.ofFile", { number: fileReference })
    : t("requests.withoutCase");
}

export function WhichRequest({ one }: { one: Request }) {
  const { t } = useTranslation("protection");
  const day = useDay();
  const { number, kind, receivedOn } = one;
  return (
    <p>
      <b>{t("requests.row", { number, kind: t(`requests.kind.${kind}`) })}</b>
      {", "}
      <OfWhom one={one} />, {t("requests.receivedOn", { day: day(receivedOn) })}
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
