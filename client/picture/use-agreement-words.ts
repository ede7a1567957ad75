// The state of a partner's agreement in a few words, and how much it should worry.
import { useTranslation } from "react-i18next";

import { daysBetween } from "../design/dates.js";
import type { Tone } from "../design/Tag.js";
import { groundOf, type Member } from "./network-view.js";

/** From so many days before its end an agreement is told as ending. */
const soon = 60;

export function useAgreementWords(now: Date) {
  const { t, i18n } = useTranslation("picture");
  const dates = new Intl.DateTimeFormat(i18n.language, { timeZone: "UTC" });
  return function agreementWords(member: Member): {
    words: string;
    tone: Tone;
  } {
    const { agreementStatus: status, agreementUntil: until } = member;
    if (!status) return { words: t("agreement.none"), tone: "outline" };
    const ground = groundOf(member);
    if (ground === "underway")
      return { words: t(`agreement.${status}`), tone: "warn" };
    const day = until ? dates.format(new Date(until)) : null;
    if (ground === "ended")
      return {
        words:
          status === "EXPIRED" && day
            ? t("agreement.expiredOn", { day })
            : t(`agreement.${status}`),
        tone: "danger",
      };
    if (!until || !day) return { words: t("agreement.open"), tone: "ok" };
    const days = daysBetween(now, new Date(until));
    return days <= soon
      ? { words: t("agreement.endsIn", { day, count: days }), tone: "warn" }
      : { words: t("agreement.until", { day }), tone: "ok" };
  };
}
