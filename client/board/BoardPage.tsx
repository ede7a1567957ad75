// "Oferta teraz": the hub sees the offer of the whole centre and what waits too long, live.
import { Suspense } from "react";
import { useTranslation } from "react-i18next";

import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { Loading } from "../design/Loading.js";
import { AwaitsCard } from "../start/index.js";
import { AreaBars } from "./AreaBars.js";
import styles from "./BoardPage.module.css";
import { DoubtedNumbers } from "./DoubtedNumbers.js";
import { ExpiredReferrals } from "./ExpiredReferrals.js";
import { JustNow } from "./JustNow.js";
import { OverviewNumbers } from "./OverviewNumbers.js";
import { PressingReferrals } from "./PressingReferrals.js";
import { ServiceTable } from "./ServiceTable.js";
import { UndecidedPlaces } from "./UndecidedPlaces.js";
import { UnopenedReferrals } from "./UnopenedReferrals.js";
import { useBoard } from "./use-board.js";

export function BoardPage() {
  const { t } = useTranslation("board");
  const centre = useBoard();
  return (
    <Page
      title={t("title")}
      intro={t("intro")}
      actions={
        <Button icon="print" onClick={() => window.print()}>
          {t("print")}
        </Button>
      }
    >
      <AwaitsCard />
      {centre?.overview && (
        <OverviewNumbers
          overview={centre.overview}
          referableNow={centre.serviceFacets.referableNow}
        />
      )}
      <div className={styles.columns}>
        <div className={styles.waiting}>
          <PressingReferrals referrals={centre?.emergencies.nodes ?? []} />
          <UnopenedReferrals
            referrals={centre?.unopened.nodes ?? []}
            counted={centre?.overview?.unopenedReferrals ?? 0}
            open={centre?.overview?.openReferrals ?? 0}
          />
          <UndecidedPlaces
            referrals={centre?.undecided.nodes ?? []}
            counted={centre?.undecided.totalCount ?? 0}
          />
          <ExpiredReferrals referrals={centre?.expired.nodes ?? []} />
          <DoubtedNumbers referrals={centre?.declined.nodes ?? []} />
        </div>
        <JustNow activities={centre?.activity.nodes ?? []} />
        {centre?.overview && <AreaBars overview={centre.overview} />}
      </div>
      <Suspense fallback={<Loading words={t("table.loading")} rows={8} />}>
        <ServiceTable />
      </Suspense>
    </Page>
  );
}
