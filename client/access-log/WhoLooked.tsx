// "Kto zajrzał": the latest lines about one referral or case, for the coordinator whose it is.
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useReadAnew } from "../app/live/use-read-anew.js";
import { useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import type { AccessLogFilter } from "../graphql/generated/graphql.js";
import { useLineWords } from "./access-line.js";
import { AccessLogQuery } from "./access-log.documents.js";
import styles from "./WhoLooked.module.css";

const FEW = 8;
const MOST = 100;

/** A look is no event of the log: it is asked for while somebody watches. */
const LOOKED_MS = 30_000;

interface Props {
  of: AccessLogFilter;
  now: Date;
  /** What she wrote down with a look, by its moment. */
  notes?: ReadonlyMap<string, string>;
}

export function WhoLooked({ of, now, notes }: Props) {
  const { t } = useTranslation("access");
  const { centre } = useViewer();
  const { moment } = useDates(now);
  const { what, why } = useLineWords();
  const [first, setFirst] = useState(FEW);
  const asked = useQuery(AccessLogQuery, {
    variables: { centreId: centre.id, filter: of, first },
    fetchPolicy: "cache-and-network",
    pollInterval: LOOKED_MS,
    skipPollAttempt: () => document.hidden,
  });
  useReadAnew(["REFERRAL"], () => asked.refetch());
  // what is known stands until more of it is there
  const { data = asked.previousData, error } = asked;
  // what is asked for while somebody watches keeps nobody from asking for more
  const isReadingMore = first === MOST && !asked.data;
  if (error) return <p role="status">{t("looked.failed")}</p>;
  const log = data?.centre?.accessLog;
  if (!log) return <p aria-busy="true">{t("looked.reading")}</p>;
  if (log.nodes.length === 0) return <p>{t("looked.nobody")}</p>;
  return (
    <>
      <ul className={styles.lines}>
        {log.nodes.map((line) => (
          <li key={line.id}>
            <strong>{line.by}</strong>
            {line.partner && ` (${line.partner.shortName})`}
            <span>
              {what(line)}, {moment(new Date(line.at))}
              {line.outcome === "REFUSED" && ` – ${t("outcome.REFUSED")}`}
              {of.pseudonym && line.purpose && ` · ${why(line)}`}
              {notes?.has(line.at) && ` · ${notes.get(line.at) ?? ""}`}
            </span>
          </li>
        ))}
      </ul>
      {log.pageInfo.hasNextPage && (first < MOST || isReadingMore) && (
        <Button
          size="small"
          busy={isReadingMore}
          onClick={() => setFirst(MOST)}
        >
          {t("looked.more")}
        </Button>
      )}
    </>
  );
}
