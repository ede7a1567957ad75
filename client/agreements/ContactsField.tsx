// Whom the others turn to about an agreement: of each party one of its contact persons, or whoever is turned to first there.
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { Group, SelectField } from "../design/Field.js";
import type { Party } from "./AgreementForm.js";
import { AgreementChoicesQuery } from "./agreements.documents.js";
import styles from "./Agreements.module.css";
import type { TermsDraft } from "./use-terms-draft.js";

interface Props {
  parties: readonly Party[];
  draft: TermsDraft;
  error: string | undefined;
}

export function ContactsField({ parties, draft, error }: Props) {
  const { t } = useTranslation("agreements");
  const { centre } = useViewer();
  const { data } = usePageQuery(AgreementChoicesQuery, { centreId: centre.id });
  const named = data.centre?.partners.nodes ?? [];
  return (
    <Group
      label={t("field.contacts")}
      isLabelHidden
      hint={t("contactsHint")}
      error={error}
    >
      <div className={styles.pair}>
        {parties.map(({ id, shortName }) => {
          const people =
            named.find((one) => one.id === id)?.contactPersons ?? [];
          return (
            <SelectField
              key={id}
              {...draft.field(`contact.${id}`)}
              label={shortName}
            >
              <option value="">{t("contactFirst")}</option>
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {[person.name, person.position].filter(Boolean).join(", ")}
                </option>
              ))}
            </SelectField>
          );
        })}
      </div>
    </Group>
  );
}
