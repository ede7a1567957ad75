// "Współpraca w tym roku": the report at a glance beside an organisation, and the way to the whole.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { calendarDay } from "../design/period.js";
import { useNow } from "../design/use-now.js";
import { RuleMark } from "../partnership/index.js";
import { ContributionQuery } from "./contribution.documents.js";
import styles from "./Contribution.module.css";
import { ContributionNumbers } from "./ContributionNumbers.js";

export function CooperationCard({ partnerId }: { partnerId: string }) {
  const { t } = useTranslation("contribution");
  const viewer = useViewer();
  const year = calendarDay(useNow()).slice(0, 4);
  const { data } = usePageQuery(
    ContributionQuery,
    {
      partnerId,
      kind: "YEAR",
      on: `${year}-01-01`,
      hideFew: false,
    },
    { from: "network", of: ["REFERRAL", "NETWORK"] },
  );
  const contribution =
    data.node?.__typename === "Partner" ? data.node.contribution : null;
  if (!contribution) return null;
  const path =
    partnerId === viewer.partner.id
      ? "/nasz-wklad"
      : `/partnerzy/${partnerId}/wklad`;
  return (
    <section className={styles.card}>
      <h2>{t("card")}</h2>
      <RuleMark rule="CONTINUOUS_DIALOGUE" />
      <ContributionNumbers contribution={contribution} />
      <p className={styles.note}>{t("counted")}</p>
      <Link to={path} data-print="no">
        {t("whole")}
      </Link>
    </section>
  );
}
