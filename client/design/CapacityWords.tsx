// The state of a service's places in words, as those inside the network read it.
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { CapacityStatus } from "../graphql/generated/graphql.js";
import type { StripNumbers } from "./CapacityStrip.js";
import { daysBetween, useDates } from "./dates.js";

interface Props {
  availability: CapacityStatus;
  /** null: the exact numbers are not the viewer's, so the band is said. */
  numbers:
    | (StripNumbers & { owedToQueue: number; confirmedAt: string | null })
    | null;
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
  if (availability === "SUSPENDED")
    return suspendedUntil
      ? t("capacity.suspendedUntil", { day: date(new Date(suspendedUntil)) })
      : t("capacity.suspended");
  const confirmedAt = numbers?.confirmedAt;
  // a number that nobody vouched for is nothing to tell
  if (confirmedAt === null) return t("fresh.ask");
  if (availability === "FULL") return t("capacity.noPlace");
  if (!numbers || !confirmedAt) return t(`band.${availability}`);
  const { unit, available, owedToQueue } = numbers;
  const staleDays = Math.max(1, daysBetween(new Date(confirmedAt), now));
  const free = t(`free.${unit}`, { count: freeOf({ available, owedToQueue }) });
  switch (availability) {
    case "AVAILABLE":
      return free;
    case "LIMITED":
      return t("capacity.limited", { free });
    case "STALE":
      return t("fresh.stale", { count: staleDays });
    case "WAITLIST": {
      const amount = t(`amount.${unit}`, { count: available });
      if (available > 0) return t("capacity.queueFirst", { amount });
      return waitingWords(t, numbers);
    }
  }
}

/** What is free for somebody new: what is owed to the queue is nobody else's. */
export function freeOf(numbers: {
  available: number;
  owedToQueue: number;
}): number {
  return Math.max(0, numbers.available - numbers.owedToQueue);
}

/** How many wait, in the unit of the service. */
export function waitingWords(
  t: TFunction,
  { unit, waiting }: Pick<StripNumbers, "unit" | "waiting">,
): string {
  return unit === "PLACES"
    ? t("design:capacity.waitingPeople", { count: waiting })
    : t("design:capacity.waitingAmount", {
        amount: t(`design:amount.${unit}`, { count: waiting }),
      });
}
