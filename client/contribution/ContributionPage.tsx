// "Nasz wkład": what the network brought an organisation in a period, on the screen, on paper and as a table to take along.
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { keepFile } from "../design/keep-file.js";
import {
  calendarDay,
  type Period,
  periodOfText,
  textOfPeriod,
  usePeriodWords,
} from "../design/period.js";
import { PeriodField } from "../design/PeriodField.js";
import { useNow } from "../design/use-now.js";
import { RuleMark } from "../partnership/index.js";
import { ContributionQuery } from "./contribution.documents.js";
import styles from "./Contribution.module.css";
import { useContributionCsv } from "./contribution-csv.js";
import { ContributionNumbers } from "./ContributionNumbers.js";
import { ContributionTable } from "./ContributionTable.js";
import { JointPart } from "./JointPart.js";

export function ContributionPage() {
  const { t } = useTranslation("contribution");
  const viewer = useViewer();
  const { partner: wanted } = useParams();
  const [params, setParams] = useSearchParams();
  const today = calendarDay(useNow());
  const chosen = params.get("okres");
  const [isHiding, setHiding] = useState(false);
  // what is chosen is seen at once, the report stays until the next one is read
  const hideFew = useDeferredValue(isHiding);
  const period = periodOfText(useDeferredValue(chosen)) ?? thisYear(today);
  const partnerId = wanted ?? viewer.partner.id;
  const isOwn = partnerId === viewer.partner.id;
  const { data } = usePageQuery(
    ContributionQuery,
    { partnerId, ...period, hideFew },
    { from: "network", of: ["REFERRAL", "NETWORK"] },
  );
  const say = usePeriodWords();
  const csvOf = useContributionCsv();
  const partner = data.node?.__typename === "Partner" ? data.node : null;
  if (!partner?.contribution) return <NotFoundPage />;
  const { contribution } = partner;
  const words = say(period);
  return (
    <Page
      title={isOwn ? t("title") : t("titleOf", { organisation: partner.name })}
      intro={t(isOwn ? "intro" : "introOf", { organisation: partner.name })}
      actions={
        <>
          <Button
            icon="download"
            onClick={() =>
              keepFile(
                [csvOf(partner.name, words, contribution)],
                t("file", { period: textOfPeriod(period) }),
              )
            }
          >
            {t("csv")}
          </Button>
          <Button kind="primary" icon="print" onClick={() => window.print()}>
            {t("print")}
          </Button>
        </>
      }
    >
      <div className={styles.report}>
        <div className={styles.choice} data-print="no">
          <PeriodField
            period={periodOfText(chosen) ?? thisYear(today)}
            today={today}
            onChoose={(next) =>
              setParams({ okres: textOfPeriod(next) }, { replace: true })
            }
          />
          {isOwn && (
            <label className={styles.hide}>
              <input
                type="checkbox"
                checked={isHiding}
                onChange={({ target }) => setHiding(target.checked)}
              />
              <span>{t("hideFew")}</span>
            </label>
          )}
        </div>
        <div className={styles.printed}>
          {isOwn && <h2>{partner.name}</h2>}
          <p>{t("ofPeriod", { period: words })}</p>
        </div>
        <ContributionNumbers contribution={contribution} />
        {contribution.services.length > 0 ? (
          <>
            <ContributionTable contribution={contribution} />
            <JointPart contribution={contribution} />
          </>
        ) : (
          // what there is comes before what there is not
          <>
            <JointPart contribution={contribution} />
            <ContributionTable contribution={contribution} />
          </>
        )}
        <RuleMark rule="CONTINUOUS_DIALOGUE" />
        <p className={styles.note}>
          {t("counted")} {contribution.isMasked && t("masked")}
        </p>
      </div>
    </Page>
  );
}

function thisYear(today: string): Period {
  return { kind: "YEAR", on: `${today.slice(0, 4)}-01-01` };
}
