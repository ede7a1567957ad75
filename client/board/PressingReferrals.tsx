// Emergencies that nobody has answered by half of their time: the organiser calls before the time is over.
import { useTranslation } from "react-i18next";

import { useNow } from "../design/use-now.js";
import type { UnopenedReferrals_ReferralFragment as Referral } from "../graphql/generated/graphql.js";
import card from "./Card.module.css";
import { Unopened } from "./UnopenedReferrals.js";

interface Props {
  referrals: readonly (Referral & { escalatesAt: string | null })[];
}

export function PressingReferrals({ referrals }: Props) {
  const { t } = useTranslation("board");
  const now = useNow();
  const pressing = referrals.filter(
    ({ escalatesAt }) => escalatesAt !== null && new Date(escalatesAt) <= now,
  );
  if (pressing.length === 0) return null;
  return (
    <section className={card.card}>
      <h2>{t("pressing.title")}</h2>
      <p className={card.muted}>{t("pressing.text")}</p>
      <ul className={card.rows}>
        {pressing.map((referral) => (
          <li key={referral.id}>
            <Unopened referral={referral} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}
