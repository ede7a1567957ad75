// What sending does to the places: so many are held until the answer, or the queue grows by one.
import { useTranslation } from "react-i18next";

import { Note } from "../design/Note.js";
import type { ReferableServiceFragment } from "../graphql/generated/graphql.js";
import { isNeverConfirmed } from "./would-wait.js";

interface Props {
  service: ReferableServiceFragment;
  units: number;
  waits: boolean;
}

export function HoldPromise({ service, units, waits }: Props) {
  const { t } = useTranslation(["referring", "design"]);
  const unit = service.capacity?.unit ?? "PLACES";
  const waiting = service.capacity?.waiting ?? 0;
  if (waits) {
    const title = isNeverConfirmed(service)
      ? t("hold.neverConfirmed")
      : t("hold.none", { count: service.offerable ?? 0 });
    return (
      <Note tone="wait" icon="people" title={title}>
        {unit === "PLACES"
          ? t("hold.waiting", { count: waiting })
          : t("hold.waitingAmount", {
              amount: t(`design:amount.${unit}`, { count: waiting }),
            })}{" "}
        {t("hold.queue")}
      </Note>
    );
  }
  return (
    <Note
      tone="ok"
      icon="check"
      title={t(`hold.amount.${unit}`, { count: units })}
    >
      {service.offerable !== null &&
        t("hold.ofFree", { count: service.offerable })}{" "}
      {t("hold.promise")}
    </Note>
  );
}
