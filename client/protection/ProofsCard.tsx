// The proofs: which rule, when, by whom, and of each case or referral what it held before and after.
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { useAsk } from "../app/forms/use-ask.js";
import { useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { Card } from "../design/Card.js";
import { useDates } from "../design/dates.js";
import { keepFile } from "../design/keep-file.js";
import { useNow } from "../design/use-now.js";
import styles from "./Desk.module.css";
import {
  ExportProofs,
  type Run,
  type RunPage,
  RunsQuery,
} from "./protection.documents.js";

interface Props {
  first: RunPage;
  isOfficer: boolean;
}

export function ProofsCard({ first, isOfficer }: Props) {
  const { t } = useTranslation("protection");
  const asked = useAsk(ExportProofs);
  const older = useOlderRuns(first);
  const runs = [...first.nodes, ...older.runs];

  async function take() {
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const page = await asked.run({ input: { after } });
      if (page?.__typename !== "ProofsExport") return;
      pages.push(page.csv);
      after = page.endCursor;
    } while (after);
    keepFile(pages, t("proofs.file"));
  }

  return (
    <Card
      title={t("proofs.title")}
      foot={
        <>
          {older.hasMore && (
            <Button busy={older.isReading} onClick={() => void older.read()}>
              {t("proofs.older")}
            </Button>
          )}
          {isOfficer && (
            <Button
              icon="download"
              busy={asked.isPending}
              onClick={() => void take()}
            >
              {t("proofs.csv")}
            </Button>
          )}
        </>
      }
    >
      <p className={styles.muted}>
        {t(runs.length === 0 ? "proofs.none" : "proofs.means")}
      </p>
      <ul className={styles.rows}>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </ul>
      <NotSaved failure={older.hasFailed ? "unknown" : asked.failure} />
    </Card>
  );
}

function RunRow({ run }: { run: Run }) {
  const { t } = useTranslation("protection");
  const { moment } = useDates(useNow());
  const { rule, at, by, done, marks } = run;
  const said = (
    <>
      <b>{t(`proofs.rule.${rule}`, { count: done })}</b>
      <span className={styles.muted}>
        {moment(new Date(at))} · {by ?? t("proofs.byRule")}
      </span>
    </>
  );
  if (marks.length === 0) return <li>{said}</li>;
  return (
    <li>
      {said}
      <details className={styles.marks}>
        <summary>{t("proofs.show")}</summary>
        <ul>
          {marks.map(({ subject, before, after }) => (
            <li key={subject}>
              {t("proofs.mark", { subject, before, after })}
            </li>
          ))}
        </ul>
        {done > marks.length && (
          <p className={styles.muted}>{t("proofs.rest")}</p>
        )}
      </details>
    </li>
  );
}

function useOlderRuns(first: RunPage) {
  const client = useApolloClient();
  const { centre } = useViewer();
  const [runs, setRuns] = useState<readonly Run[]>([]);
  const [rest, setRest] = useState(first.pageInfo);
  const [isReading, setReading] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  async function read(): Promise<void> {
    setReading(true);
    const next = await client
      .query({
        query: RunsQuery,
        variables: { centreId: centre.id, after: rest.endCursor },
        fetchPolicy: "no-cache",
      })
      .then(
        ({ data }) => data?.centre?.protectionRuns,
        () => undefined,
      );
    setReading(false);
    setFailed(!next);
    if (!next) return;
    setRuns((known) => [...known, ...next.nodes]);
    setRest(next.pageInfo);
  }

  return { runs, hasMore: rest.hasNextPage, isReading, hasFailed, read };
}
