// "Standardy": the standards of quality that the viewer may see.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import { Tag } from "../design/Tag.js";
import { useDay } from "../design/use-day.js";
import { OpenActions } from "./OpenActions.js";
import { statusTones } from "./standard-view.js";
import { StandardsQuery } from "./standards.documents.js";
import styles from "./Standards.module.css";
import { WordsDialog } from "./WordsDialog.js";

export function StandardsPage() {
  const { t } = useTranslation(["standards", "design"]);
  const viewer = useViewer();
  const navigate = useNavigate();
  const day = useDay();
  const [isNew, setNew] = useState(false);
  const { data } = usePageQuery(
    StandardsQuery,
    { centreId: viewer.centre.id },
    { from: "network", of: ["STANDARD"] },
  );
  const standards = data.centre?.standards ?? [];
  const draft = holdsAny(viewer, ["OUS"]) && (
    <Button kind="primary" icon="plus" onClick={() => setNew(true)}>
      {t("new.open")}
    </Button>
  );
  return (
    <Page title={t("title")} intro={t("intro")} actions={draft || undefined}>
      {!holdsAny(viewer, ["RESIDENT_REP", "AUTHORITY"]) && <OpenActions />}
      {standards.length === 0 ? (
        <Empty title={t("none.title")}>
          {t(draft ? "none.own" : "none.text")}
        </Empty>
      ) : (
        <ul className={styles.cards}>
          {standards.map((standard) => (
            <li key={standard.id} className={styles.card}>
              <h2>
                <Link to={`/standardy/${standard.id}`}>{standard.name}</Link>
              </h2>
              <p className={styles.line}>
                <Tag tone={statusTones[standard.status]}>
                  {t(`status.${standard.status}`)}
                </Tag>
                <span>{t("edition", { edition: standard.edition })}</span>
                {standard.status === "CONSULTED" && standard.consultedTo && (
                  <span>{t("until", { day: day(standard.consultedTo) })}</span>
                )}
                {standard.inForceFrom && (
                  <span>{t("from", { day: day(standard.inForceFrom) })}</span>
                )}
              </p>
              <p className={styles.muted}>
                {standard.areas
                  .map((area) => t(`design:area.${area}`))
                  .join(", ")}
              </p>
            </li>
          ))}
        </ul>
      )}
      {isNew && (
        <WordsDialog
          standard={null}
          onClose={() => setNew(false)}
          onSaved={(id) => void navigate(`/standardy/${id}`)}
        />
      )}
    </Page>
  );
}
