// The lines of the access log, the latest first: a table, and cards on a phone.
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import type { AccessLogFilter } from "../graphql/generated/graphql.js";
import type { AccessLine } from "./access-line.js";
import { AccessLogQuery } from "./access-log.documents.js";
import styles from "./AccessList.module.css";
import { AccessRow } from "./AccessRow.js";

const PAGE = 50;

interface Props {
  filter: AccessLogFilter;
  onFilter(filter: AccessLogFilter): void;
}

export function AccessList({ filter, onFilter }: Props) {
  const { t } = useTranslation("access");
  const { centre } = useViewer();
  const asked = { centreId: centre.id, filter, first: PAGE };
  const { data } = usePageQuery(AccessLogQuery, asked, { from: "network" });
  const first = data.centre?.accessLog;
  const older = useOlderLines(asked);
  const lines = [...(first?.nodes ?? []), ...older.lines];
  const rest = older.rest ?? first?.pageInfo;
  const isNarrowed = Object.values(filter).some(Boolean);

  if (lines.length === 0)
    return (
      <Empty
        title={isNarrowed ? t("empty.found") : t("empty.title")}
        action={
          isNarrowed && (
            <Button onClick={() => onFilter({})}>{t("filter.clear")}</Button>
          )
        }
      >
        {isNarrowed ? t("empty.foundText") : t("empty.text")}
      </Empty>
    );
  return (
    <>
      <p role="status" className="visually-hidden">
        {t("shown", { count: lines.length })}
      </p>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("title")}</caption>
        <thead>
          <tr>
            {["when", "by", "what", "why", "outcome"].map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <AccessRow
              key={line.id}
              line={line}
              onPerson={(accountId) => onFilter({ ...filter, accountId })}
            />
          ))}
        </tbody>
      </table>
      <NotSaved failure={older.hasFailed ? "unknown" : null} />
      {rest?.hasNextPage && (
        <div data-print="no">
          <Button
            busy={older.isReading}
            onClick={() => void older.read(rest.endCursor)}
          >
            {t("older")}
          </Button>
        </div>
      )}
    </>
  );
}

interface Rest {
  hasNextPage: boolean;
  endCursor: string | null;
}

function useOlderLines(asked: {
  centreId: string;
  filter: AccessLogFilter;
  first: number;
}) {
  const client = useApolloClient();
  const [lines, setLines] = useState<readonly AccessLine[]>([]);
  const [rest, setRest] = useState<Rest | null>(null);
  const [isReading, setReading] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  async function read(after: string | null): Promise<void> {
    setReading(true);
    const next = await client
      .query({
        query: AccessLogQuery,
        variables: { ...asked, after },
        fetchPolicy: "no-cache",
      })
      .then(
        ({ data }) => data?.centre?.accessLog,
        () => undefined,
      );
    setReading(false);
    setFailed(!next);
    if (!next) return;
    setLines((known) => [...known, ...next.nodes]);
    setRest(next.pageInfo);
  }

  return { lines, rest, isReading, hasFailed, read };
}
