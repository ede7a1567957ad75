// What becomes of a referral when its agreement ends or the organisation leaves, as its coordinator planned it.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";

interface Props {
  referral: LiveReferralFragment;
  now: Date;
}

export function AfterTheEnd({ referral, now }: Props) {
  const { t } = useTranslation("referrals");
  const { date } = useDates(now);
  const { continuation, partnerLeavesOn, agreementEndsOn } = referral;
  const last = partnerLeavesOn ?? agreementEndsOn;
  if (!continuation && !last) return null;
  return (
    <>
      <dt>{t("after.title")}</dt>
      <dd>
        {last &&
          t(partnerLeavesOn ? "after.leaves" : "after.ends", {
            day: date(new Date(last)),
          })}{" "}
        {continuation
          ? t(`after.planned.${continuation.way}`, {
              day: date(new Date(continuation.until)),
            })
          : t("after.owed")}
      </dd>
    </>
  );
}
