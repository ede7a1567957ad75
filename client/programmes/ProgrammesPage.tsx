// "Programy": the programmes of the council that the viewer may see, the latest first.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { AskDialog } from "../app/forms/AskDialog.js";
import { useAsk } from "../app/forms/use-ask.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import { TextField } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { Tag } from "../design/Tag.js";
import { useDay, useDays } from "../design/use-day.js";
import { DraftProgramme, ProgrammesQuery } from "./programmes.documents.js";
import styles from "./Programmes.module.css";
import { statusTones } from "./tones.js";

export function ProgrammesPage() {
  const { t } = useTranslation("programmes");
  const viewer = useViewer();
  const day = useDay();
  const days = useDays();
  const [isNew, setNew] = useState(false);
  const { data } = usePageQuery(
    ProgrammesQuery,
    { centreId: viewer.centre.id },
    { from: "network", of: ["PROGRAMME"] },
  );
  const programmes = data.centre?.programmes ?? [];
  const mayDraft = holdsAny(viewer, ["OUS"]);
  const draft = mayDraft && (
    <Button kind="primary" icon="plus" onClick={() => setNew(true)}>
      {t("new.open")}
    </Button>
  );
  return (
    <Page title={t("title")} intro={t("intro")} actions={draft}>
      {programmes.length === 0 ? (
        <Empty title={t("none.title")}>
          {t(mayDraft ? "none.own" : "none.text")}
        </Empty>
      ) : (
        <ul className={styles.cards}>
          {programmes.map((programme) => (
            <li key={programme.id} className={styles.card}>
              <h2>
                <Link to={`/programy/${programme.id}`}>{programme.name}</Link>
              </h2>
              <p className={styles.line}>
                <Tag tone={statusTones[programme.status]}>
                  {t(`status.${programme.status}`)}
                </Tag>
                <span>
                  {programme.startsOn && programme.endsOn
                    ? t("period", days(programme.startsOn, programme.endsOn))
                    : t("noPeriod")}
                </span>
              </p>
              {programme.resolutionNumber && (
                <p className={styles.muted}>
                  {t("resolutionOf", { number: programme.resolutionNumber })}
                </p>
              )}
              {programme.status === "ENDED" && programme.reportDueOn && (
                <p className={styles.late}>
                  {t("report.due", { day: day(programme.reportDueOn) })}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {isNew && <NewProgramme onClose={() => setNew(false)} />}
    </Page>
  );
}

function NewProgramme({ onClose }: { onClose(): void }) {
  const { t } = useTranslation("programmes");
  const navigate = useNavigate();
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const asked = useAsk(DraftProgramme);
  return (
    <AskDialog
      title={t("new.title")}
      verb={t("new.submit")}
      asked={asked}
      isJudgedByServer
      onClose={onClose}
      onSubmit={async (form) => {
        const outcome = await asked.run({
          input: {
            requestKey,
            elements: { name: textIn(form, "name").trim() },
          },
        });
        if (outcome?.__typename === "Programme")
          await navigate(`/programy/${outcome.id}`);
        else setRequestKey(crypto.randomUUID());
      }}
    >
      <TextField
        label={t("new.name")}
        hint={t("new.hint")}
        name="name"
        required
        maxLength={200}
        error={asked.errorAt("elements.name")}
      />
    </AskDialog>
  );
}
