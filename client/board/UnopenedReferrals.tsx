// Referrals that nobody has opened yet, the soonest due first, and whom to ring up about each.
import { useTranslation } from "react-i18next";

import { ContactLinks } from "../design/ContactLinks.js";
import { Countdown } from "../design/Countdown.js";
import { Tag } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import { graphql } from "../graphql/generated/gql.js";
import type { UnopenedReferrals_ReferralFragment as Referral } from "../graphql/generated/graphql.js";
import card from "./Card.module.css";
import styles from "./UnopenedReferrals.module.css";

graphql(`
  fragment UnopenedReferrals_referral on Referral {
    id
    number
    status
    priority
    dueAt
    dueReason
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
  referrals: readonly Referral[];
  /** How many there are in the centre; who sees no referral still sees the count. */
  counted: number;
  /** How many in the centre have not ended. */
  open: number;
}

export function UnopenedReferrals({ referrals, counted, open }: Props) {
  const { t } = useTranslation("board");
  const now = useNow();
  // the log says at once when one of them is opened
  const unopened = referrals
    .filter(({ status }) => status === "SENT")
    .sort((one, other) => dueTime(one) - dueTime(other));
  return (
    <section className={card.card}>
      <h2>{t("unopened.title")}</h2>
      {unopened.length > 0 ? (
        <ul className={card.rows}>
          {unopened.map((referral) => (
            <li key={referral.id}>
              <Unopened referral={referral} now={now} />
            </li>
          ))}
        </ul>
      ) : (
        <p className={card.muted}>
          {counted > 0
            ? t("unopened.counted", { count: counted })
            : t(open > 0 ? "unopened.empty" : "unopened.none")}
        </p>
      )}
      {unopened.length > 0 && counted > unopened.length && (
        <p className={card.muted}>
          {t("unopened.more", { count: counted - unopened.length })}
        </p>
      )}
    </section>
  );
}

function dueTime({ dueAt }: Referral): number {
  return dueAt ? new Date(dueAt).getTime() : Infinity;
}

export function Unopened({ referral, now }: { referral: Referral; now: Date }) {
  const { t } = useTranslation(["board", "design"]);
  const { number, priority, dueAt, dueReason, service, partner } = referral;
  const isOverdue = dueTime(referral) < now.getTime();
  return (
    <div className={styles.unopened}>
      <p className={styles.head}>
        <strong>{number}</strong>
        {priority !== "STANDARD" && (
          <Tag tone={priority === "EMERGENCY" ? "danger" : "warn"}>
            {t(`design:priority.${priority}`)}
          </Tag>
        )}
        {isOverdue && (
          <Tag tone="danger" icon="clock">
            {t("unopened.overdue")}
          </Tag>
        )}
      </p>
      <p>
        {service.name}, {partner.shortName}
      </p>
      {dueAt && (
        <p className={isOverdue ? styles.overdue : card.muted}>
          <Countdown dueAt={dueAt} rule={dueReason} now={now} />
        </p>
      )}
      <ContactLinks
        people={partner.contactPersons}
        nobody={t("contact.nobody")}
      />
    </div>
  );
}
