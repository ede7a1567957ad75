// A coordinator's sent referrals: first what waits for her, then what waits for others.
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { usePageQuery } from "../app/errors/use-page-query.js";
import { useQueuePlaces } from "../app/live/use-queue-places.js";
import { useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { Button, ButtonLink } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import { useNow } from "../design/use-now.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { AwaitedQuery, awaitingIn } from "./awaiting-next.js";
import { AwaitsNext } from "./fallbacks/AwaitsNext.js";
import { type Group, grouped, groups } from "./grouped.js";
import { EndedQuery, SentQuery } from "./sent-list.js";
import styles from "./SentPage.module.css";
import { SentRow } from "./SentRow.js";
import { useOlder } from "./use-older.js";

/** Those that nobody took, in the address. */
const elsewhereState = "dalej";

export function SentPage() {
  const { t } = useTranslation(["referring", "fallbacks"]);
  const { centre } = useViewer();
  const now = useNow();
  const [address] = useSearchParams();
  const variables = { centreId: centre.id };
  const { open } = usePageQuery(SentQuery, variables).data.centre ?? {};
  const { ended } = usePageQuery(EndedQuery, variables).data.centre ?? {};
  const older = useOlder(centre.id);
  const awaiting = awaitingIn(usePageQuery(AwaitedQuery, variables).data);

  const own = [...(open?.nodes ?? []), ...(ended?.nodes ?? [])];
  useQueuePlaces(own);
  const all = grouped(own);
  const state = address.get("stan");
  const asked = groups.find((group) => group === state);
  const asksNext = state === elsewhereState;
  // whoever waits for another place stands there, and not once more among the ended
  const elsewhere = new Set(awaiting.map(({ id }) => id));
  const shown = asksNext
    ? []
    : asked
      ? all.filter(([group]) => group === asked)
      : grouped(own.filter(({ id }) => !elsewhere.has(id)));
  const isUrgent = ([group]: [Group, unknown]) => group === "nagle";
  const count = (group: string) =>
    all.find(([one]) => one === group)?.[1].length ?? 0;
  // what nobody waits for is no choice
  const mayBeAsked = (group: string) =>
    count(group) > 0 || group === asked || group === "zakonczone";

  if (own.length === 0)
    return (
      <Page title={t("list.title")}>
        <Empty
          title={t("list.empty")}
          action={
            <ButtonLink to="/szukaj" kind="primary" icon="search">
              {t("list.search")}
            </ButtonLink>
          }
        >
          {t("list.emptyText")}
        </Empty>
      </Page>
    );
  const mayBeMore =
    !asksNext &&
    (!asked || asked === "zakonczone") &&
    ended?.pageInfo.hasNextPage;
  return (
    <Page title={t("list.title")} intro={t("list.intro")}>
      <nav aria-label={t("list.filter")} data-print="no">
        <ul className={styles.filters}>
          <li>
            <Link
              to="/skierowania"
              replace
              aria-current={!asked && !asksNext && "page"}
            >
              {t("list.all")}
            </Link>
          </li>
          {(awaiting.length > 0 || asksNext) && (
            <li>
              <Link
                to={{ search: `stan=${elsewhereState}` }}
                replace
                aria-current={asksNext && "page"}
              >
                {t("fallbacks:awaits.title")}
                <span>{awaiting.length}</span>
              </Link>
            </li>
          )}
          {groups.filter(mayBeAsked).map((group) => (
            <li key={group}>
              <Link
                to={{ search: `stan=${group}` }}
                replace
                aria-current={asked === group && "page"}
              >
                {t(`list.group.${group}`)}
                {group !== "zakonczone" && <span>{count(group)}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Groups shown={shown.filter(isUrgent)} now={now} />
      {!asked && <AwaitsNext awaiting={awaiting} now={now} />}
      {((asked && shown.length === 0) ||
        (asksNext && awaiting.length === 0)) && <p>{t("list.emptyGroup")}</p>}
      <Groups shown={shown.filter((one) => !isUrgent(one))} now={now} />
      <NotSaved failure={older.hasFailed ? "unknown" : null} />
      {!asksNext && open?.pageInfo.hasNextPage && (
        <Button busy={older.isReading} onClick={() => void older.readOpen()}>
          {t("list.more")}
        </Button>
      )}
      {!open?.pageInfo.hasNextPage && mayBeMore && (
        <Button busy={older.isReading} onClick={() => void older.readEnded()}>
          {t("list.more")}
        </Button>
      )}
    </Page>
  );
}

interface GroupsProps {
  shown: readonly [Group, LiveReferralFragment[]][];
  now: Date;
}

function Groups({ shown, now }: GroupsProps) {
  const { t } = useTranslation("referring");
  return shown.map(([group, referrals]) => (
    <section key={group} className={styles.group}>
      <h2>{t(`list.group.${group}`)}</h2>
      <ul className={styles.list}>
        {referrals.map((referral) => (
          <SentRow key={referral.id} referral={referral} now={now} />
        ))}
      </ul>
    </section>
  ));
}
