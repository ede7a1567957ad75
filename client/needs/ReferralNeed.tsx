// After a referral that came to nothing or waits long: whether this is to be counted as an unmet need.
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";

import { NeedClick } from "./NeedClick.js";
import { ReferralNeedQuery } from "./needs.documents.js";
import styles from "./Needs.module.css";

interface Props {
  referralId: string;
}

export function ReferralNeed({ referralId }: Props) {
  const { t } = useTranslation(["needs", "partnership", "design"]);
  const { data, refetch } = useQuery(ReferralNeedQuery, {
    variables: { id: referralId },
    fetchPolicy: "network-only",
  });
  const referral = data?.node;
  if (!referral || !("needProposal" in referral)) return null;
  const { needProposal: proposal, needReport: report } = referral;
  if (!proposal && !report) return null;
  return (
    <section className={styles.proposal}>
      <h2>{t("proposal.title")}</h2>
      {proposal && (
        <p>
          {t(`proposal.${proposal.evidence}`, {
            area: t(`design:area.${proposal.area}`),
            gap: t(`partnership:gap.${proposal.gapKind}`),
          })}
        </p>
      )}
      <NeedClick
        what={{ referralId }}
        counted={report}
        onChanged={() => void refetch()}
      />
    </section>
  );
}
