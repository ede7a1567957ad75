// What coordinators who have left still owe: each of their open referrals, with its plan, which the organiser makes in their place.
import { useTranslation } from "react-i18next";

import { Page } from "../app/shell/Page.js";
import { Button } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import { StatusTag } from "../design/StatusTag.js";
import { useNow } from "../design/use-now.js";
import { ContinuationCard } from "./ContinuationCard.js";
import { useLeftBehind } from "./left-behind.js";
import { useLeftSuggestions } from "./left-suggestions.js";
import styles from "./LeftBehindPage.module.css";
import { LeftSuggestions } from "./LeftSuggestions.js";

export function LeftBehindPage() {
  const { t } = useTranslation("referring");
  const now = useNow();
  const { referrals, readMore } = useLeftBehind();
  const suggested = useLeftSuggestions();
  if (referrals.length === 0 && suggested.length === 0)
    return (
      <Page title={t("leftBehind.title")}>
        <Empty title={t("leftBehind.none")}>{t("leftBehind.noneText")}</Empty>
      </Page>
    );
  return (
    <Page title={t("leftBehind.title")} intro={t("leftBehind.intro")}>
      <LeftSuggestions suggested={suggested} />
      <ul className={styles.list}>
        {referrals.map((referral) => (
          <li key={referral.id} className={styles.one}>
            <div className={styles.head}>
              <h2>{referral.service.name}</h2>
              <StatusTag
                status={referral.status}
                seenBy="sender"
                queuePosition={referral.queuePosition}
                offeredUntil={referral.offeredUntil}
                now={now}
              />
            </div>
            <p className={styles.about}>
              {referral.partner.name} · {referral.number} ·{" "}
              {t("leftBehind.sentBy", { name: referral.sender })}
            </p>
            <ContinuationCard referral={referral} now={now} />
          </li>
        ))}
      </ul>
      {readMore && (
        <Button onClick={() => void readMore()}>{t("list.more")}</Button>
      )}
    </Page>
  );
}
