// The contact persons of an organisation; who has no access yet is asked in with one press.
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Tag } from "../design/Tag.js";
import type { PeopleQuery } from "../graphql/generated/graphql.js";
import styles from "./People.module.css";

type Partner = Extract<
  NonNullable<PeopleQuery["node"]>,
  { __typename: "Partner" }
>;

interface Props {
  partner: Partner;
  /** Null where the viewer may ask nobody in. */
  onInvite: ((person: { name: string; email: string }) => void) | null;
}

export function Contacts({ partner, onInvite }: Props) {
  const { t } = useTranslation("people");
  const known = new Set(
    [...partner.assignees, ...partner.invitations].map(({ email }) => email),
  );
  return (
    <ul className={styles.list}>
      {partner.contactPersons.map(({ id, name, workEmail }) => (
        <li key={id} className={styles.row}>
          <div className={styles.who}>
            <strong>{name}</strong>
            {workEmail && (
              <p>
                <a href={`mailto:${workEmail}`}>{workEmail}</a>
              </p>
            )}
          </div>
          {workEmail && known.has(workEmail.toLowerCase()) ? (
            <Tag>{t("contacts.known")}</Tag>
          ) : (
            workEmail &&
            onInvite && (
              <Button
                kind="primary"
                size="small"
                icon="send"
                aria-label={t("contacts.inviteOf", { name })}
                onClick={() => onInvite({ name, email: workEmail })}
              >
                {t("contacts.invite")}
              </Button>
            )
          )}
        </li>
      ))}
    </ul>
  );
}
