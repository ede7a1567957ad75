// The agreement of a partner that matters now, in a few words, and how much it should worry.
import { useTranslation } from "react-i18next";

import { ENDS_SOON } from "../design/ends-soon.js";
import type { Tone } from "../design/Tag.js";
import type { PartnerInListFragment } from "../graphql/generated/graphql.js";

const underway = ["DRAFT", "IN_NEGOTIATION", "AGREED", "SIGNED"];

/** Null for the hub, which makes no agreement with itself. */
export function useAgreementInList(
  partner: PartnerInListFragment,
): { words: string; tone: Tone } | null {
  const { t, i18n } = useTranslation("partners");
  const { agreements, isHub } = partner;
  if (isHub) return null;
  const leavingOf = ({ leavings }: (typeof agreements)[number]) =>
    leavings.find((one) => one.partner?.id === partner.id);
  const carrying = agreements.filter(({ allowsReferrals }) => allowsReferrals);
  const agreement =
    carrying.find((one) => !leavingOf(one)?.hasLeft) ??
    carrying[0] ??
    agreements[0];
  if (!agreement) return { words: t("agreement.none"), tone: "outline" };
  const leaving = leavingOf(agreement);
  if (leaving?.hasLeft) return { words: t("agreement.left"), tone: "danger" };
  const { status, validTo, endsInDays, allowsReferrals } = agreement;
  if (!allowsReferrals)
    return {
      words: t(`agreement.${status}`),
      tone:
        status === "ACTIVE"
          ? "plain"
          : underway.includes(status)
            ? "warn"
            : "danger",
    };
  const dayOf = (day: string) =>
    new Intl.DateTimeFormat(i18n.language, { timeZone: "UTC" }).format(
      new Date(day),
    );
  if (leaving)
    return {
      words: t("agreement.until", { day: dayOf(leaving.lastDay) }),
      tone: "warn",
    };
  if (!validTo || endsInDays === null)
    return { words: t("agreement.forGood"), tone: "ok" };
  if (endsInDays <= ENDS_SOON)
    return { words: t("agreement.ends", { count: endsInDays }), tone: "warn" };
  return { words: t("agreement.until", { day: dayOf(validTo) }), tone: "ok" };
}
