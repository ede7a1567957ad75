// Referrals whose time went by without an answer: somebody may need another place.
import { useTranslation } from "react-i18next";

import { ContactLinks } from "../design/ContactLinks.js";
import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";
import { graphql } from "../graphql/generated/gql.js";
import type { ExpiredReferrals_ReferralFragment as Referral } from "../graphql/generated/graphql.js";
import card from "./Card.module.css";

graphql(`
  fragment ExpiredReferrals_referral on Referral {
    id
    number
    dueAt
    finishedAt
    service {
      id
      name
    }
    partner {
      id
      shortName
      contactPersons {
        id
        name
        workEmail
        workPhone
        primary
      }
    }
  }
`);

interface Props {
  /** Newest first. */
  referrals: readonly Referral[];
}

export function ExpiredReferrals({ referrals }: Props) {
  const { t } = useTranslation("board");
  const { moment } = useDates(useNow());
  if (referrals.length === 0) return null;
  return (
    <section className={card.card}>
      <h2>{t("expired.title")}</h2>
      <ul className={card.rows}>
        {referrals.map(
          ({ id, number, dueAt, finishedAt, service, partner }) => {
            const endedAt = finishedAt ?? dueAt;
            return (
              <li key={id}>
                <strong>{number}</strong>
                <p>
                  {service.name}, {partner.shortName}
                </p>
                {endedAt && (
                  <p className={card.muted}>
                    {t("expired.at", { moment: moment(new Date(endedAt)) })}
                  </p>
                )}
                <ContactLinks
                  people={partner.contactPersons}
                  nobody={t("contact.nobody")}
                />
              </li>
            );
          },
        )}
      </ul>
    </section>
  );
}
