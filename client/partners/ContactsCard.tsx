// Whom to turn to at a partner, the first one first: how to reach them, whether they are here, who stands in.
import { useTranslation } from "react-i18next";

import { Card } from "../design/Card.js";
import { Note } from "../design/Note.js";
import type { PartnerOnPageFragment } from "../graphql/generated/graphql.js";
import { ContactEntry } from "./ContactEntry.js";
import styles from "./Contacts.module.css";

export function ContactsCard({ partner }: { partner: PartnerOnPageFragment }) {
  const { t } = useTranslation("partners");
  const { contactPersons: people, isHub } = partner;
  const hasDeputy = people.some(({ roles }) => roles.includes("DEPUTY"));
  return (
    <Card title={t("contacts.title")}>
      {people.length === 0 && <p>{t("contacts.nobody")}</p>}
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.id}>
            <ContactEntry person={person} />
          </li>
        ))}
      </ul>
      {people.length > 0 && !hasDeputy && !isHub && (
        <Note tone="warn" title={t("contacts.noDeputy")}>
          {t("contacts.noDeputyText")}
        </Note>
      )}
    </Card>
  );
}
