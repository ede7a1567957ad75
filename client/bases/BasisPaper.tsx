// The plain-language text with what was chosen, to be read aloud or printed and signed by hand: nothing of the person stands on it but what she writes.
import { useTranslation } from "react-i18next";

import { useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { useDay } from "../design/use-day.js";
import type {
  BasisKind,
  PersonalDataField,
} from "../graphql/generated/graphql.js";
import styles from "./Bases.module.css";

interface Props {
  partner: { name: string };
  service: { name: string } | null;
  fields: readonly PersonalDataField[];
  text: { kind: BasisKind; version: string; paragraphs: string[] };
  /** Its last day, where one is chosen. */
  validTo: string;
  onPrint(): void;
}

export function BasisPaper(props: Props) {
  const { partner, service, fields, text, validTo, onPrint } = props;
  const { t } = useTranslation("bases");
  const { centre } = useViewer();
  const day = useDay();
  return (
    <section className={styles.paper} aria-labelledby="tekst">
      <div className={styles.paperHead}>
        {/* she reads what it is for, not what it is to the office */}
        <h2 id="tekst">
          <span data-print="no">{t("paper.title")}</span>
          <span className={styles.onPaper}>{t(`paper.of.${text.kind}`)}</span>
        </h2>
        <Button icon="print" data-print="no" onClick={onPrint}>
          {t("paper.print")}
        </Button>
      </div>
      <p>
        <b>{centre.name}</b>
      </p>
      {text.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <dl className={styles.facts}>
        <div>
          <dt>{t("paper.partner")}</dt>
          <dd>{partner.name}</dd>
        </div>
        <div>
          <dt>{t("paper.service")}</dt>
          <dd>{service?.name ?? t("card.allServices")}</dd>
        </div>
        <div>
          <dt>{t("paper.fields")}</dt>
          <dd>
            <ul className={styles.bullets}>
              {fields.map((field) => (
                <li key={field}>{t(`field.${field}`)}</li>
              ))}
            </ul>
          </dd>
        </div>
        {validTo && (
          <div>
            <dt>{t("paper.until")}</dt>
            <dd>{day(validTo)}</dd>
          </div>
        )}
      </dl>
      <dl className={styles.signing}>
        <div>
          <dt>{t("paper.name")}</dt>
          <dd />
        </div>
        <div>
          <dt>{t("paper.signature")}</dt>
          <dd />
        </div>
      </dl>
      <p className={styles.muted}>
        {t("paper.version", { version: text.version })}
      </p>
    </section>
  );
}
