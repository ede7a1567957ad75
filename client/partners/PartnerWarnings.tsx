// What of the register should worry: a partner that rests, a status of a CIS that ends, more places than were agreed.
import { useTranslation } from "react-i18next";

import { daysBetween, useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { useNow } from "../design/use-now.js";
import type { PartnerOnPageFragment } from "../graphql/generated/graphql.js";

/** From so many days before its end the status of a CIS is told as ending. */
const soon = 180;

export function PartnerWarnings({
  partner,
}: {
  partner: PartnerOnPageFragment;
}) {
  const { t } = useTranslation("partners");
  const now = useNow();
  const { date } = useDates(now);
  const { status, statusReason, cisValidUntil, cisAgreedPlaces } = partner;
  const end = cisValidUntil ? new Date(`${cisValidUntil}T12:00:00Z`) : null;
  const places = partner.services.map(({ capacity }) =>
    capacity?.unit === "PLACES" ? capacity.total : 0,
  );
  // one group of people uses several services: the largest is what counts
  const most = Math.max(0, ...places);
  return (
    <>
      {status === "SUSPENDED" && (
        <Note tone="warn" icon="warning" title={t("warning.suspended")}>
          {statusReason}
        </Note>
      )}
      {end && daysBetween(now, end) <= soon && (
        <Note tone="warn" icon="clock" title={t("warning.cisEnds")}>
          {t("warning.cisEndsText", { day: date(end) })}
        </Note>
      )}
      {cisAgreedPlaces !== null && most > cisAgreedPlaces && (
        <Note tone="warn" icon="warning" title={t("warning.cisPlaces")}>
          {t("warning.cisPlacesText", { most, agreed: cisAgreedPlaces })}
        </Note>
      )}
    </>
  );
}
