// The list of the inbox: who must act now stands first; looking at it marks nothing as seen.
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";

import { referralPath } from "../app/shell/referral-path.js";
import { AppointmentTag } from "../appointments/index.js";
import { OftenAbsentTag } from "../attendance/index.js";
import { useDates } from "../design/dates.js";
import { StatusTag } from "../design/StatusTag.js";
import type { LiveReferralFragment } from "../graphql/generated/graphql.js";
import { DueTag } from "./DueTag.js";
import type { Group } from "./groups.js";
import { awaitsAnswer } from "./inbox.js";
import styles from "./ReferralList.module.css";

interface Props {
  groups: readonly Group[];
  now: Date;
}

export function ReferralList({ groups, now }: Props) {
  const { t } = useTranslation("referrals");
  return (
    <div onKeyDown={walk}>
      {groups.map(({ key, referrals }) => (
        <section key={key} aria-labelledby={`grupa-${key}`}>
          <h2 id={`grupa-${key}`} className={styles.group}>
            {t(`group.${key}`)} <span>{referrals.length}</span>
          </h2>
          <ul>
            {referrals.map((referral) => (
              <li key={referral.id}>
                <ListItem referral={referral} now={now} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ListItem(props: { referral: LiveReferralFragment; now: Date }) {
  const { referral, now } = props;
  const { short } = useDates(now);
  const { number, service, sentAt, dueAt, priority } = referral;
  return (
    <NavLink to={referralPath(number)} className={styles.item} data-referral>
      <span className={styles.line}>
        <strong>{number}</strong>
        {sentAt && <time dateTime={sentAt}>{short(new Date(sentAt))}</time>}
      </span>
      <span className={styles.service}>{service.name}</span>
      {awaitsAnswer(referral) && dueAt ? (
        <DueTag dueAt={dueAt} priority={priority} now={now} />
      ) : referral.status === "ACCEPTED" ? (
        <AppointmentTag referral={referral} seenBy="partner" now={now} />
      ) : (
        <StatusTag {...referral} seenBy="partner" now={now} />
      )}
      <OftenAbsentTag referral={referral} />
    </NavLink>
  );
}

/** Arrows walk through all groups as through one list. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links =
    event.currentTarget.querySelectorAll<HTMLElement>("a[data-referral]");
  const at = [...links].findIndex((link) => link === document.activeElement);
  const next = at < 0 ? undefined : links[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
