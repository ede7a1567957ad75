// Whom to ring up or write to at a partner: the first contact person, else anybody with a telephone.
import { useTranslation } from "react-i18next";

import { graphql } from "../graphql/generated/gql.js";
import type { ContactLinks_PersonFragment as Person } from "../graphql/generated/graphql.js";
import styles from "./ContactLinks.module.css";

export const PersonParts = graphql(`
  fragment ContactLinks_person on ContactPerson {
    id
    name
    workEmail
    workPhone
    primary
  }
`);

export function ContactLinks({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation("board");
  const person =
    people.find(({ primary }) => primary) ??
    people.find(({ workPhone }) => workPhone) ??
    people[0];
  if (!person) return <p className={styles.contact}>{t("contact.nobody")}</p>;
  const { name, workPhone, workEmail } = person;
  return (
    <p className={styles.contact}>
      <span>{name}</span>
      {workPhone && (
        <a href={`tel:${workPhone.replaceAll(/\s/g, "")}`}>{workPhone}</a>
      )}
      {workEmail && <a href={`mailto:${workEmail}`}>{workEmail}</a>}
    </p>
  );
}
