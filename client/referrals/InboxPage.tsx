// The partner's inbox: what awaits an answer, and everything that runs.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useQueuePlaces } from "../app/live/use-queue-places.js";
import { numberInPath } from "../app/shell/referral-path.js";
import { useTabTitle } from "../app/shell/tab-title.js";
import { Button, ButtonLink } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import { useNow } from "../design/use-now.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { FinishedReferrals } from "./FinishedReferrals.js";
import { groupReferrals } from "./groups.js";
import { InboxQuery, useAwaitingKeeping, useInboxVariables } from "./inbox.js";
import styles from "./InboxPage.module.css";
import { InboxPreferences } from "./InboxPreferences.js";
import { OpenedReferral } from "./OpenedReferral.js";
import { ReferralList } from "./ReferralList.js";

export function InboxPage() {
  const { t } = useTranslation("referrals");
  const { number: part } = useParams();
  const now = useNow();
  const referrals = useOpenReferrals();
  const [showsFinished, setShowsFinished] = useState(false);
  const number = part ? numberInPath(part) : null;
  useTabTitle(number ?? t("page.title"));

  useQueuePlaces(referrals);
  const keeping = useAwaitingKeeping();
  const groups = [
    ...(keeping.length > 0
      ? [{ key: "keeping" as const, referrals: [...keeping] }]
      : []),
    ...groupReferrals(
      referrals.filter((one) => !keeping.some(({ id }) => id === one.id)),
    ),
  ];
  const TitleOfList = number ? "p" : "h1";
  return (
    <div className={styles.inbox} data-opened={number !== null || undefined}>
      <div className={styles.list}>
        <div className={styles.head}>
          <TitleOfList className={styles.title}>{t("page.title")}</TitleOfList>
          {referrals.some(isCard) && (
            <ButtonLink size="small" to="/drzwi">
              {t("page.door")}
            </ButtonLink>
          )}
          {referrals.some(({ viewerCanComplete }) => viewerCanComplete) && (
            <ButtonLink size="small" to="/obecnosc">
              {t("page.attendance")}
            </ButtonLink>
          )}
        </div>
        {groups.length > 0 ? (
          <ReferralList groups={groups} now={now} />
        ) : (
          <Empty
            title={t("empty.title")}
            action={
              <ButtonLink kind="primary" to="/oferta">
                {t("empty.action")}
              </ButtonLink>
            }
          >
            {t("empty.text")}
          </Empty>
        )}
        {showsFinished ? (
          <FinishedReferrals now={now} except={referrals.map(({ id }) => id)} />
        ) : (
          <div className={styles.more}>
            <Button size="small" onClick={() => setShowsFinished(true)}>
              {t("finished.show")}
            </Button>
          </div>
        )}
        <InboxPreferences />
      </div>
      <div className={styles.detail}>
        {number ? (
          <OpenedReferral
            key={number}
            number={number}
            known={referrals.find((one) => one.number === number)}
            now={now}
          />
        ) : (
          <p className={styles.hint}>{t("page.choose")}</p>
        )}
      </div>
    </div>
  );
}

/** Somebody comes with nothing but a code. */
function isCard({ disclosureLevel, kind }: LiveReferralFragment): boolean {
  return disclosureLevel === "L0_TOKEN" && kind === "SERVICE_REFERRAL";
}

/** All that is open, however many pages of the list that takes. */
function useOpenReferrals() {
  const variables = useInboxVariables();
  const { data, fetchMore } = usePageQuery(InboxQuery, variables);
  const open = data.centre?.open;
  const after = open?.pageInfo.hasNextPage ? open.pageInfo.endCursor : null;
  useEffect(() => {
    if (!after) return;
    void fetchMore({
      variables: { after },
      updateQuery: (known, { fetchMoreResult }) => {
        const more = fetchMoreResult.centre?.open;
        if (!known.centre || !more) return known;
        const nodes = [...known.centre.open.nodes, ...more.nodes];
        return { centre: { ...known.centre, open: { ...more, nodes } } };
      },
    });
  }, [after, fetchMore]);
  return open?.nodes ?? [];
}
