// Answers "nie mamy miejsca" beside free places that nobody has vouched for since: the organiser asks which of the two is true.
import { useTranslation } from "react-i18next";

import { isDoubted } from "../app/live/doubted.js";
import { ContactLinks } from "../design/ContactLinks.js";
import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";
import { graphql } from "../graphql/generated/gql.js";
import type { DoubtedNumbers_ReferralFragment as Referral } from "../graphql/generated/graphql.js";
import card from "./Card.module.css";

graphql(`
  fragment DoubtedNumbers_referral on Referral {
    id
    status
    declineReason
    decidedAt
    service {
      id
      name
      capacity {
        unit
        available
        confirmedAt
      }
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

export function DoubtedNumbers({ referrals }: Props) {
  const { t } = useTranslation(["board", "design"]);
  const { moment } = useDates(useNow());
  const doubted = newestOfEach(referrals.filter(isDoubted));
  if (doubted.length === 0) return null;
  return (
    <section className={card.card}>
      <h2>{t("doubted.title")}</h2>
      <p className={card.muted}>{t("doubted.text")}</p>
      <ul className={card.rows}>
        {doubted.map(({ id, decidedAt, service, partner }) => (
          <li key={id}>
            <strong>{service.name}</strong>
            <p>
              {partner.shortName}
              {service.capacity &&
                `, ${t(`design:free.${service.capacity.unit}`, { count: service.capacity.available })}`}
            </p>
            {decidedAt && (
              <p className={card.muted}>
                {t("doubted.at", { moment: moment(new Date(decidedAt)) })}
              </p>
            )}
            <ContactLinks
              people={partner.contactPersons}
              nobody={t("contact.nobody")}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function newestOfEach(referrals: readonly Referral[]): Referral[] {
  const services = new Map<string, Referral>();
  for (const one of referrals)
    if (!services.has(one.service.id)) services.set(one.service.id, one);
  return [...services.values()];
}
