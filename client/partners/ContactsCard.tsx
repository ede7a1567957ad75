// Whom to turn to at a partner, the first one first: how to reach them, whether they are here, who stands in.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Card } from "../design/Card.js";
import { Note } from "../design/Note.js";
import type { PartnerOnPageFragment } from "../graphql/generated/graphql.js";
import { RuleMark } from "../partnership/index.js";
import { ContactActions, useKeepsContacts } from "./ContactActions.js";
import { ContactDialog } from "./ContactDialog.js";
import { ContactEntry } from "./ContactEntry.js";
import styles from "./Contacts.module.css";

interface Props {
  partner: PartnerOnPageFragment;
  onChanged(): void;
}

export function ContactsCard({ partner, onChanged }: Props) {
  const { t } = useTranslation("partners");
  const keeps = useKeepsContacts(partner);
  const [isAdding, setAdding] = useState(false);
  const { contactPersons: people, isHub } = partner;
  const hasDeputy = people.some(({ roles }) => roles.includes("DEPUTY"));
  return (
    <Card
      title={t("contacts.title")}
      foot={
        keeps && (
          <Button size="small" icon="plus" onClick={() => setAdding(true)}>
            {t("contactForm.add")}
          </Button>
        )
      }
    >
      <RuleMark rule="NAMED_CONTACT" />
      {people.length === 0 && <p>{t("contacts.nobody")}</p>}
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.id}>
            <ContactEntry
              person={person}
              actions={
                <ContactActions
                  partner={partner}
                  person={person}
                  onDone={onChanged}
                />
              }
            />
          </li>
        ))}
      </ul>
      {people.length > 0 && !hasDeputy && !isHub && (
        <Note tone="warn" title={t("contacts.noDeputy")}>
          {t("contacts.noDeputyText")}
        </Note>
      )}
      {isAdding && (
        <ContactDialog
          partnerId={partner.id}
          person={null}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            onChanged();
          }}
        />
      )}
    </Card>
  );
}
