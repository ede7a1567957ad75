// Whom to call at the partner; the people of the organisation, never the resident.
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";

import { phoneInGroups } from "../design/phone.js";
import { graphql } from "../graphql/generated/gql.js";
import styles from "./ContactPersons.module.css";

export const Contacts = graphql(`
  query PartnerContacts($partnerId: ID!) {
    node(id: $partnerId) {
      __typename
      id
      ... on Partner {
        address
        contactPersons {
          id
          name
          position
          workEmail
          workPhone
          primary
        }
      }
    }
  }
`);

interface Props {
  partnerId: string;
  /** An address that stands beside it already. */
  besides?: string | null;
}

export function ContactPersons({ partnerId, besides = null }: Props) {
  const { t } = useTranslation("referring");
  const { data, error } = useQuery(Contacts, { variables: { partnerId } });
  const partner = data?.node?.__typename === "Partner" ? data.node : null;
  if (error) return <p role="status">{t("contact.failed")}</p>;
  if (!partner)
    return <p aria-busy="true">{data ? "" : t("contact.reading")}</p>;
  return (
    <address className={styles.contacts}>
      {partner.address && partner.address !== besides && (
        <p>{partner.address}</p>
      )}
      {partner.contactPersons.length === 0 && <p>{t("contact.none")}</p>}
      <ul>
        {partner.contactPersons.map((person) => (
          <li key={person.id}>
            <strong>{person.name}</strong>
            {person.position && <span>{person.position}</span>}
            {person.workPhone && (
              <a href={`tel:${person.workPhone.replace(/[^\d+]/g, "")}`}>
                {phoneInGroups(person.workPhone)}
              </a>
            )}
            {person.workEmail && (
              <a href={`mailto:${person.workEmail}`}>{person.workEmail}</a>
            )}
          </li>
        ))}
      </ul>
    </address>
  );
}
