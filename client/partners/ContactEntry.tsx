// One contact person as others meet her.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { phoneInGroups } from "../design/phone.js";
import { Tag } from "../design/Tag.js";
import { useDays } from "../design/use-day.js";
import { useNow } from "../design/use-now.js";
import type { ContactOnPageFragment } from "../graphql/generated/graphql.js";
import styles from "./Contacts.module.css";

interface Props {
  person: ContactOnPageFragment;
  /** What the viewer can do with her. */
  actions?: ReactNode;
}

export function ContactEntry({ person, actions }: Props) {
  const { t } = useTranslation("partners");
  const { workEmail, workPhone, position, roles } = person;
  const words = [position, ...roles.map((role) => t(`role.${role}`))];
  return (
    <div className={styles.entry}>
      <strong>{person.name}</strong>
      <p className={styles.muted}>{words.filter(Boolean).join(", ")}</p>
      {workEmail && (
        <p>
          <a href={`mailto:${workEmail}`}>{workEmail}</a>
        </p>
      )}
      {workPhone && (
        <p>
          <a href={`tel:${workPhone}`}>{phoneInGroups(workPhone)}</a>
        </p>
      )}
      <Reaching person={person} />
      <Absence person={person} />
      {(person.primary || person.willingConfirmedAt) && (
        <p>
          {person.willingConfirmedAt ? (
            <Tag tone="ok" icon="check">
              {t("contacts.willing")}
            </Tag>
          ) : (
            <Tag tone="warn">{t("contacts.notWilling")}</Tag>
          )}
        </p>
      )}
      {actions}
    </div>
  );
}

function Reaching({ person }: Pick<Props, "person">) {
  const { t } = useTranslation("partners");
  const { preferredChannel, availability } = person;
  if (!preferredChannel && !availability) return null;
  const words = [
    preferredChannel && t(`channel.${preferredChannel}`),
    availability && t("contacts.available", { when: availability }),
  ];
  return <p className={styles.muted}>{words.filter(Boolean).join("; ")}</p>;
}

function Absence({ person }: Pick<Props, "person">) {
  const { t } = useTranslation("partners");
  const now = useNow();
  const { date } = useDates(now);
  const days = useDays();
  const { awayFrom, awayTo, awayNow, substitute } = person;
  if (!awayFrom || !awayTo) return null;
  const last = new Date(`${awayTo}T23:00:00Z`);
  if (!awayNow && last < now) return null;
  const day = (text: string) => date(new Date(`${text}T12:00:00Z`));
  return (
    <p>
      <Tag tone={awayNow ? "warn" : "plain"}>
        {awayNow
          ? t("contacts.awayUntil", { day: day(awayTo) })
          : t("contacts.awayFrom", days(awayFrom, awayTo))}
      </Tag>
      {substitute && (
        <span className={styles.muted}>
          {" "}
          {t("contacts.substitute", { name: substitute.name })}
        </span>
      )}
    </p>
  );
}
