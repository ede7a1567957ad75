// "Ochrona danych": the officer's desk around the access log: what waits to be erased, for how long things are kept, and the proofs.
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { ButtonLink } from "../design/Button.js";
import { BreachesCard } from "./BreachesCard.js";
import { ConsentsCard } from "./ConsentsCard.js";
import styles from "./Desk.module.css";
import { DueCard } from "./DueCard.js";
import { KeepingCard } from "./KeepingCard.js";
import { ProofsCard } from "./ProofsCard.js";
import { DeskQuery } from "./protection.documents.js";
import { RequestsCard } from "./RequestsCard.js";
import { ClocksQuery } from "./rights.documents.js";
import { RulesCard } from "./RulesCard.js";

export function DeskPage() {
  const { t } = useTranslation("protection");
  const viewer = useViewer();
  const { data, refetch } = usePageQuery(
    DeskQuery,
    { centreId: viewer.centre.id },
    { from: "network" },
  );
  const readAnew = useCallback(() => void refetch(), [refetch]);
  const clocks = usePageQuery(
    ClocksQuery,
    { centreId: viewer.centre.id },
    { from: "network" },
  );
  const { centre } = data;
  const desk = clocks.data.centre;
  if (!centre?.protectionRules || !desk) return <NotFoundPage />;
  const isOfficer = holdsAny(viewer, ["IOD"]);
  return (
    <Page
      title={t("title")}
      intro={t("intro")}
      actions={
        <ButtonLink to="/dziennik" icon="list">
          {t("log")}
        </ButtonLink>
      }
    >
      <div className={styles.columns}>
        <div className={styles.main}>
          <BreachesCard
            breaches={desk.breaches}
            isOfficer={isOfficer}
            onChanged={() => void clocks.refetch()}
          />
          <RequestsCard
            requests={desk.residentRequests}
            isOfficer={isOfficer}
            onChanged={() => {
              void clocks.refetch();
              readAnew();
            }}
          />
          {isOfficer && <ConsentsCard />}
          <DueCard
            due={centre.dueErasures}
            isOfficer={isOfficer}
            onErased={readAnew}
          />
          {centre.keepingTimes && (
            <KeepingCard
              times={centre.keepingTimes}
              isOfficer={isOfficer}
              onLook={readAnew}
            />
          )}
          <ProofsCard
            key={centre.protectionRuns.nodes[0]?.id}
            first={centre.protectionRuns}
            isOfficer={isOfficer}
          />
        </div>
        <RulesCard
          key={centre.protectionRules.version}
          rules={centre.protectionRules}
          onSet={readAnew}
        />
      </div>
    </Page>
  );
}
