// How old a number is and who vouched for it; no number of places stands without this.
import { useTranslation } from "react-i18next";

import type { ConfirmationSource } from "../graphql/generated/graphql.js";
import { daysBetween, useDates } from "./dates.js";
import styles from "./Freshness.module.css";
import { Icon } from "./Icon.js";

interface Props {
  confirmedAt: string | null;
  confirmedBy?: string | null;
  confirmedFrom?: ConfirmationSource | null;
  /** null: not the viewer's to know, so nothing is called old. */
  staleAfterDays: number | null;
  /** In the provider's own view an old number is a reminder, not a warning to others. */
  own?: boolean;
  now: Date;
}

export function Freshness(props: Props) {
  const { confirmedAt, confirmedBy, confirmedFrom, own = false, now } = props;
  const { t } = useTranslation("design");
  const { moment } = useDates(now);
  const at = confirmedAt ? new Date(confirmedAt) : null;
  const days = at ? daysBetween(at, now) : 0;
  const isOld = !at || days > (props.staleAfterDays ?? Infinity);

  function words(): string {
    if (!at) return t(own ? "fresh.ownNever" : "fresh.never");
    if (isOld)
      return t(own ? "fresh.ownStale" : "fresh.stale", { count: days });
    if (days <= 1) return t("fresh.today", { moment: moment(at) });
    return t("fresh.ago", { count: days });
  }

  function source(): string | null {
    if (confirmedFrom === "IMPORT") return t("fresh.import");
    if (confirmedFrom === "HUB") return t("fresh.hub");
    return confirmedBy ? t("fresh.by", { name: confirmedBy }) : null;
  }

  const from = source();
  return (
    <span
      className={isOld ? styles.old : styles.fresh}
      title={from ?? undefined}
    >
      <Icon name={isOld ? "clock" : "check"} small />
      <span>
        {words()}
        {from && (
          <span className={own ? "visually-hidden" : styles.source}>
            {" "}
            · {from}
          </span>
        )}
      </span>
    </span>
  );
}
