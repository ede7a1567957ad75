// What stands on paper with an organisation, and the way to put what was signed on record.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { Tag } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import type { PeopleQuery } from "../graphql/generated/graphql.js";
import { AgreementDialog } from "./AgreementDialog.js";
import styles from "./People.module.css";

type Partner = Extract<
  NonNullable<PeopleQuery["node"]>,
  { __typename: "Partner" }
>;

interface Props {
  partner: Partner;
  mayRecord: boolean;
  onRecorded(): void;
}

export function Agreements({ partner, mayRecord, onRecorded }: Props) {
  const { t } = useTranslation("people");
  const { date } = useDates(useNow());
  const [isOpen, setOpen] = useState(false);
  const { agreements } = partner;
  return (
    <>
      {agreements.length === 0 && (
        <Note icon="warning" tone="warn">
          {t("agreement.none")}
        </Note>
      )}
      <ul className={styles.list}>
        {agreements.map(({ id, number, kind, allowsReferrals, validTo }) => (
          <li key={id} className={styles.row}>
            <div className={styles.who}>
              <strong>{number}</strong>
              <p className={styles.muted}>
                {t(`agreementKind.${kind}`)}
                {", "}
                {validTo
                  ? t("agreement.until", {
                      day: date(new Date(`${validTo}T12:00:00Z`)),
                    })
                  : t("agreement.forGood")}
              </p>
            </div>
            <Tag tone={allowsReferrals ? "ok" : "plain"}>
              {t(allowsReferrals ? "agreement.carries" : "agreement.doesNot")}
            </Tag>
          </li>
        ))}
      </ul>
      {mayRecord && (
        <div>
          <Button icon="plus" onClick={() => setOpen(true)}>
            {t("agreement.open")}
          </Button>
        </div>
      )}
      {isOpen && (
        <AgreementDialog
          partnerId={partner.id}
          onClose={() => setOpen(false)}
          onRecorded={() => {
            setOpen(false);
            onRecorded();
          }}
        />
      )}
    </>
  );
}
