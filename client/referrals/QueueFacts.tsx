// What the queue holds for one who waits: when a place is expected, and why a free one went past.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";

interface Props {
  referral: LiveReferralFragment;
  now: Date;
}

export function QueueFacts({ referral, now }: Props) {
  const { t } = useTranslation(["referrals", "design"]);
  const { date } = useDates(now);
  const { expectedOn, passedOver } = referral;
  return (
    <>
      {expectedOn && (
        <>
          <dt>{t("facts.expected")}</dt>
          <dd>{date(new Date(expectedOn))}</dd>
        </>
      )}
      {passedOver && (
        <>
          <dt>{t("facts.passedOver")}</dt>
          <dd>{t(`design:passedOver.${passedOver}`)}</dd>
        </>
      )}
    </>
  );
}
