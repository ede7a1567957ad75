// "Wydruki": what the resident may read of herself, what came of her services, and what goes into the office's file.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { usePageQuery } from "../app/errors/use-page-query.js";
import { useAsk } from "../app/forms/use-ask.js";
import { LanguageSwitch } from "../app/language/LanguageSwitch.js";
import { useViewer } from "../app/session/viewer.js";
import { NotFoundPage } from "../app/shell/NotFoundPage.js";
import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { ChoiceField, Group } from "../design/Field.js";
import { keepFile } from "../design/keep-file.js";
import { useShown } from "../design/use-shown.js";
import type {
  CasePaperKind,
  Language,
  LookPurpose,
} from "../graphql/generated/graphql.js";
import type { Paper } from "./case-papers.js";
import {
  ExportCase,
  paperKinds,
  PrintCase,
  printPurposes,
} from "./case-papers.js";
import { CaseQuery } from "./cases.documents.js";
import styles from "./Cases.module.css";
import { PaperSheet } from "./PaperSheet.js";
import { usePaperFile } from "./use-paper-file.js";

export function CasePapersPage() {
  const { id = "" } = useParams();
  const { t } = useTranslation("cases");
  const { centre } = useViewer();
  const { data } = usePageQuery(CaseQuery, { centreId: centre.id, id });
  const asked = useAsk(PrintCase, false);
  const taken = useAsk(ExportCase, false);
  const file = usePaperFile();
  const look = useShown<{ paper: Paper; language: Language }>();
  const [kind, setKind] = useState<CasePaperKind>("WHO_SAW");
  const [language, setLanguage] = useState<Language>("pl");
  const [chosen, setPurpose] = useState<LookPurpose | null>(null);
  if (data.node?.__typename !== "Case") return <NotFoundPage />;
  const { pseudonym, identityVersion } = data.node;
  const mayName = kind !== "CASE_FILE" && identityVersion !== null;
  const identityFor = mayName ? chosen : null;

  async function prepare() {
    const outcome = await asked.run({
      input: { caseId: id, kind, language, identityFor },
    });
    if (outcome?.__typename !== "CasePaper") return;
    const { at, until } = outcome;
    look.begin(
      { paper: outcome, language },
      until ? Date.parse(until) - Date.parse(at) : null,
    );
  }

  async function take() {
    const outcome = await taken.run({ input: { caseId: id } });
    if (outcome?.__typename === "CaseExport")
      keepFile([outcome.csv], `${pseudonym}.csv`);
  }

  const address = [id, kind, language, ...(identityFor ? [identityFor] : [])];
  const { shown } = look;
  return (
    <Page
      title={t("papers.title")}
      above={
        <Link to={`/sprawy/${id}`} data-print="no">
          {pseudonym}
        </Link>
      }
      intro={<span data-print="no">{t("papers.intro")}</span>}
    >
      <div className={styles.form} data-print="no">
        <Group label={t("papers.which")}>
          <div className={styles.choices}>
            {paperKinds.map((one) => (
              <label key={one} className={styles.choice}>
                <input
                  type="radio"
                  name="kind"
                  checked={one === kind}
                  onChange={() => {
                    setKind(one);
                    look.hide();
                  }}
                />
                <span>
                  <b>{t(`papers.kind.${one}`)}</b>
                  <span className={styles.hint}>
                    {t(`papers.means.${one}`)}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </Group>
        <LanguageSwitch
          label={t("papers.language")}
          chosen={language}
          onChoose={setLanguage}
        />
        {mayName && (
          <ChoiceField
            label={t("papers.identity")}
            hint={t("papers.identityHint")}
            choices={printPurposes}
            wordsOf={(purpose) =>
              t("papers.with", { purpose: t(`purpose.${purpose}`) })
            }
            none={t("papers.without")}
            chosen={chosen}
            onChoose={(purpose) => setPurpose(purpose || null)}
          />
        )}
        <ProblemNotice problem={asked.wrong ?? taken.wrong ?? file.wrong} />
        <NotSaved failure={asked.failure ?? taken.failure ?? file.failure} />
        <div className={styles.verbs}>
          <Button
            kind="primary"
            icon="eye"
            busy={asked.isPending}
            onClick={() => void prepare()}
          >
            {t("papers.prepare")}
          </Button>
          <Button
            icon="download"
            busy={file.isPending}
            onClick={() => void file.take(address)}
          >
            {t("papers.pdf")}
          </Button>
          {kind === "CASE_FILE" && (
            <Button
              icon="download"
              busy={taken.isPending}
              onClick={() => void take()}
            >
              {t("papers.csv")}
            </Button>
          )}
        </div>
        <p className={styles.muted}>{t("papers.onRecord")}</p>
      </div>
      <p role="status" className="visually-hidden">
        {look.wasHidden && t("show.wasHidden")}
      </p>
      {shown && (
        <PaperSheet
          paper={shown.paper}
          language={shown.language}
          minutes={shown.paper.until ? look.minutes : null}
        />
      )}
    </Page>
  );
}
