// Places kept for who did not come, about which their coordinator has not decided for days: whom to ask.
import { useTranslation } from "react-i18next";

import { graphql } from "../graphql/generated/gql.js";
import type { UndecidedPlaces_ReferralFragment as Referral } from "../graphql/generated/graphql.js";
import card from "./Card.module.css";

graphql(`
  fragment UndecidedPlaces_referral on Referral {
    id
    number
    sender
    service {
      id
      name
    }
    partner {
      id
      shortName
    }
  }
`);

interface Props {
  /** Newest first. */
  referrals: readonly Referral[];
  /** How many there are. */
  counted: number;
}

export function UndecidedPlaces({ referrals, counted }: Props) {
  const { t } = useTranslation("board");
  if (referrals.length === 0) return null;
  return (
    <section className={card.card}>
      <h2>{t("undecided.title")}</h2>
      <p className={card.muted}>{t("undecided.text")}</p>
      <ul className={card.rows}>
        {referrals.map(({ id, number, sender, service, partner }) => (
          <li key={id}>
            <strong>{number}</strong>
            <p>
              {service.name}, {partner.shortName}
            </p>
            <p>{t("undecided.ask", { name: sender })}</p>
          </li>
        ))}
      </ul>
      {counted > referrals.length && (
        <p className={card.muted}>
          {t("unopened.more", { count: counted - referrals.length })}
        </p>
      )}
    </section>
  );
}
