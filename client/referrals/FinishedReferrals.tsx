// What is over: read only when somebody asks for it, a page at a time.
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Loading } from "../design/Loading.js";
import { FinishedQuery, useInboxVariables } from "./inbox.js";
import styles from "./InboxPage.module.css";
import { ReferralList } from "./ReferralList.js";

interface Props {
  /** Those that ended while the inbox was open stand there already. */
  except: readonly string[];
  now: Date;
}

export function FinishedReferrals({ except, now }: Props) {
  const { t } = useTranslation("referrals");
  const variables = useInboxVariables();
  const { data, error, fetchMore, refetch } = useQuery(FinishedQuery, {
    variables,
  });
  const finished = data?.centre?.finished;
  if (error && !finished)
    return (
      <div className={styles.more}>
        <p role="alert">{t("finished.failed")}</p>
        <Button size="small" onClick={() => void refetch()}>
          {t("finished.retry")}
        </Button>
      </div>
    );
  if (!finished) return <Loading rows={2} />;

  const { hasNextPage, endCursor } = finished.pageInfo;
  const referrals = finished.nodes.filter(({ id }) => !except.includes(id));
  return (
    <>
      {referrals.length > 0 ? (
        <ReferralList groups={[{ key: "finished", referrals }]} now={now} />
      ) : (
        <p className={styles.none}>{t("finished.none")}</p>
      )}
      {hasNextPage && (
        <div className={styles.more}>
          <Button
            size="small"
            onClick={() =>
              void fetchMore({
                variables: { after: endCursor },
                updateQuery: (known, { fetchMoreResult }) => {
                  const more = fetchMoreResult.centre?.finished;
                  if (!known.centre || !more) return known;
                  const nodes = [...known.centre.finished.nodes, ...more.nodes];
                  return {
                    centre: { ...known.centre, finished: { ...more, nodes } },
                  };
                },
              })
            }
          >
            {t("finished.more")}
          </Button>
        </div>
      )}
    </>
  );
}
