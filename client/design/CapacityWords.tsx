// The state of a service's places in words, as those inside the network read it.
import { useTranslation } from "react-i18next";

import type { CapacityStatus } from "../graphql/generated/graphql.js";
import type { StripNumbers } from "./CapacityStrip.js";
import { daysBetween, useDates } from "./dates.js";

interface Props {
  availability: CapacityStatus;
  /** null: the exact numbers are not the viewer's, so the band is said. */
  numbers: (StripNumbers & { confirmedAt: string | null }) | null;
  suspendedUntil?: string | null;
  now: Date;
}

export function CapacityWords(props: Props) {
  return <span>{useCapacityWords(props)}</span>;
}

export function useCapacityWords(props: Props): string {
  const { availability, numbers, suspendedUntil, now } = props;
  const { t } = useTranslation("design");
  const { date } = useDates(now);
  const staleDays = useAgeInDays(numbers?.confirmedAt ?? null, now);
  if (availability === "SUSPENDED")
    return suspendedUntil
      ? t("capacity.suspendedUntil", { day: date(new Date(suspendedUntil)) })
      : t("capacity.suspended");
  if (availability === "FULL") return t("capacity.noPlace");
  if (!numbers) return t(`band.${availability}`);
  const { unit, available, waiting } = numbers;
  // what is owed to the queue is nobody else's
  const offerable = Math.max(0, available - waiting);
  const free = t(`free.${unit}`, { count: offerable });
  switch (availability) {
    case "AVAILABLE":
      return free;
    case "LIMITED":
      return t("capacity.limited", { free });
    case "STALE":
      return staleDays === null
        ? t("fresh.never")
        : t("fresh.stale", { count: staleDays });
    case "WAITLIST": {
      const amount = t(`amount.${unit}`, { count: available });
      if (available > 0) return t("capacity.queueFirst", { amount });
      return unit === "PLACES"
        ? t("capacity.waitingPeople", { count: waiting })
        : t("capacity.waitingAmount", {
            amount: t(`amount.${unit}`, { count: waiting }),
          });
    }
  }
}

function useAgeInDays(confirmedAt: string | null, now: Date): number | null {
  if (!confirmedAt) return null;
  return Math.max(1, daysBetween(new Date(confirmedAt), now));
}
