// The page of one programme: its elements, its partnership, the services under it, its plan and its history.
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { Note } from "../design/Note.js";
import { Tag } from "../design/Tag.js";
import { useDay } from "../design/use-day.js";
import { ElementsCard } from "./ElementsCard.js";
import { HistoryCard } from "./HistoryCard.js";
import { PartnershipCard } from "./PartnershipCard.js";
import { PlanCard } from "./PlanCard.js";
import { ProgrammeQuery } from "./programmes.documents.js";
import styles from "./Programmes.module.css";
import { ProgrammeSteps } from "./ProgrammeSteps.js";
import { ServicesCard } from "./ServicesCard.js";
import { statusTones } from "./tones.js";

export function ProgrammePage() {
  const { t } = useTranslation("programmes");
  const { id = "" } = useParams();
  const day = useDay();
  const { data, refetch } = usePageQuery(
    ProgrammeQuery,
    { id },
    { from: "network", of: ["PROGRAMME"] },
  );
  if (data.node?.__typename !== "Programme") return <NotFoundPage />;
  const programme = data.node;
  const { status, reportDueOn, reportedOn, resolutionNumber, bipUrl } =
    programme;
  const readAnew = () => void refetch();
  return (
    <Page
      title={programme.name}
      actions={
        <>
          <ProgrammeSteps programme={programme} />
          <Button icon="print" onClick={() => window.print()}>
            {t("print")}
          </Button>
        </>
      }
    >
      <p data-print="no">
        <Link to="/programy">{t("back")}</Link>
      </p>
      <p className={styles.line}>
        <Tag tone={statusTones[status]}>{t(`status.${status}`)}</Tag>
        {resolutionNumber && (
          <span>{t("resolutionOf", { number: resolutionNumber })}</span>
        )}
        {bipUrl && (
          <a href={bipUrl} rel="noreferrer">
            {t("bip")}
          </a>
        )}
        {reportedOn && (
          <span>{t("report.given", { day: day(reportedOn) })}</span>
        )}
      </p>
      {status === "ENDED" && reportDueOn && (
        <Note tone="warn" icon="clock" title={t("report.title")}>
          {t("report.due", { day: day(reportDueOn) })}
        </Note>
      )}
      <div className={styles.cards}>
        <ElementsCard programme={programme} />
        <PartnershipCard programme={programme} />
        <ServicesCard programme={programme} onChanged={readAnew} />
        <PlanCard programme={programme} onChanged={readAnew} />
        <HistoryCard programme={programme} />
      </div>
    </Page>
  );
}
