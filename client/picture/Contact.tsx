// Whom to ring up or write to at a partner.
import { useTranslation } from "react-i18next";

import styles from "./Contact.module.css";
import type { Member } from "./network-view.js";

type People = Member["partner"]["contactPersons"];

export function Contact({ people }: { people: People }) {
  const { t } = useTranslation("picture");
  const person = people.find(({ primary }) => primary) ?? people[0];
  if (!person) return <span className={styles.contact}>{t("nobody")}</span>;
  const { name, workPhone, workEmail } = person;
  return (
    <span className={styles.contact}>
      <span>{name}</span>
      {workPhone && (
        <a href={`tel:${workPhone.replaceAll(/\s/g, "")}`}>{workPhone}</a>
      )}
      {workEmail && <a href={`mailto:${workEmail}`}>{workEmail}</a>}
    </span>
  );
}
