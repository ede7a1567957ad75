// The page of one standard: its criteria, what was said of it, the services that hold it and how they were checked.
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { holdsAny, networkRoles, useViewer } from "../app/session/viewer.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { Tag } from "../design/Tag.js";
import { useDay } from "../design/use-day.js";
import { ChecksCard } from "./ChecksCard.js";
import { CommentsCard } from "./CommentsCard.js";
import { HoldersCard } from "./HoldersCard.js";
import { type Standard, statusTones } from "./standard-view.js";
import { StandardQuery } from "./standards.documents.js";
import styles from "./Standards.module.css";
import { StandardSteps } from "./StandardSteps.js";

export function StandardPage() {
  const { t } = useTranslation(["standards", "design"]);
  const { id = "" } = useParams();
  // to others nothing would be told, as if nothing had been said
  const readsComments = holdsAny(useViewer(), networkRoles);
  const { data, refetch } = usePageQuery(
    StandardQuery,
    { id },
    { from: "network", of: ["STANDARD"] },
  );
  if (data.node?.__typename !== "QualityStandard") return <NotFoundPage />;
  const standard = data.node;
  const readAnew = () => void refetch();
  const isApproved = ["APPROVED", "IN_FORCE"].includes(standard.status);
  return (
    <Page
      title={standard.name}
      intro={standard.areas.map((area) => t(`design:area.${area}`)).join(", ")}
      actions={
        <>
          <StandardSteps standard={standard} />
          <Button icon="print" onClick={() => window.print()}>
            {t("print")}
          </Button>
        </>
      }
    >
      <p data-print="no">
        <Link to="/standardy">{t("back")}</Link>
      </p>
      <State standard={standard} />
      <div className={styles.cards}>
        <CriteriaCard standard={standard} />
        {readsComments && standard.status !== "DRAFT" && (
          <CommentsCard standard={standard} onChanged={readAnew} />
        )}
        {isApproved && <HoldersCard standard={standard} onChanged={readAnew} />}
        {standard.checks.length > 0 && (
          <ChecksCard standard={standard} onChanged={readAnew} />
        )}
      </div>
    </Page>
  );
}

function State({ standard }: { standard: Standard }) {
  const { t } = useTranslation("standards");
  const day = useDay();
  const viewer = useViewer();
  const { status, edition, consultedTo, inForceFrom, retiredOn } = standard;
  return (
    <p className={styles.line}>
      <Tag tone={statusTones[status]}>{t(`status.${status}`)}</Tag>
      <span>{t("edition", { edition })}</span>
      {status === "CONSULTED" && consultedTo && (
        <span>{t("until", { day: day(consultedTo) })}</span>
      )}
      {status === "CONSULTED" &&
        consultedTo &&
        !standard.viewerCanApprove &&
        holdsAny(viewer, ["DIRECTOR"]) && (
          <span>{t("approve.when", { day: day(consultedTo) })}</span>
        )}
      {inForceFrom && <span>{t("from", { day: day(inForceFrom) })}</span>}
      {standard.approvedByName && (
        <span>{t("approvedBy", { name: standard.approvedByName })}</span>
      )}
      {retiredOn && (
        <span>
          {t(status === "RETIRED" ? "retiredOn" : "makesWayOn", {
            day: day(retiredOn),
          })}
        </span>
      )}
    </p>
  );
}

function CriteriaCard({ standard }: { standard: Standard }) {
  const { t } = useTranslation("standards");
  return (
    <section className={styles.card} aria-labelledby="kryteria">
      <h2 id="kryteria">{t("criteria")}</h2>
      <ol className={styles.list}>
        {standard.criteria.map(({ text, measure, minimum, maximum }, n) => (
          <li key={`${n} ${text}`} className={styles.item}>
            <span className={styles.grow}>
              <strong>
                {n + 1}. {text}
              </strong>
              <span className={styles.muted}>
                {t("measureOf", { measure })}
              </span>
            </span>
            <span>{t("range", { minimum, maximum })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
