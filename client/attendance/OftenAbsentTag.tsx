// In a list: somebody who was not there three times in a row.
import { useTranslation } from "react-i18next";

import { Tag } from "../design/Tag.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";

interface Props {
  referral: Pick<LiveReferralFragment, "isOftenAbsent">;
}

export function OftenAbsentTag({ referral }: Props) {
  const { t } = useTranslation("attendance");
  return referral.isOftenAbsent ? (
    <Tag tone="warn" icon="warning">
      {t("often")}
    </Tag>
  ) : null;
}
