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
  const agreement =
    agreements.find(({ allowsReferrals }) => allowsReferrals) ?? agreements[0];
  if (!agreement) return { words: t("agreement.none"), tone: "outline" };
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
  if (!validTo || endsInDays === null)
    return { words: t("agreement.forGood"), tone: "ok" };
  if (endsInDays <= ENDS_SOON)
    return { words: t("agreement.ends", { count: endsInDays }), tone: "warn" };
  const day = new Intl.DateTimeFormat(i18n.language, {
    timeZone: "UTC",
  }).format(new Date(validTo));
  return { words: t("agreement.until", { day }), tone: "ok" };
}
