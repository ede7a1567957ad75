// The plain-language text with what was chosen, to be read aloud or printed and signed by hand: nothing of the person stands on it but what she writes.
import { useTranslation } from "react-i18next";

import { useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { useDay } from "../design/use-day.js";
import type {
  BasisChoiceQuery,
  PersonalDataField,
} from "../graphql/generated/graphql.js";
import styles from "./Bases.module.css";

type Choice = NonNullable<
  Extract<BasisChoiceQuery["node"], { __typename: "Case" }>["basisChoice"]
>;

interface Props {
  partner: { name: string };
  service: { name: string } | null;
  fields: readonly PersonalDataField[];
  text: Choice["texts"][number];
  controller: Choice["controller"];
  /** Its last day, where one is chosen. */
  validTo: string;
  onPrint(): void;
}

export function BasisPaper(props: Props) {
  const { partner, service, fields, text, validTo, controller } = props;
  const { t } = useTranslation("bases");
  const { centre } = useViewer();
  const day = useDay();
  const heading = text.kind === "CONSENT" ? "consent" : "notice";
  return (
    <section className={styles.paper} aria-labelledby="tekst">
      <div className={styles.paperHead}>
        <h2 id="tekst">{t(`paper.title.${heading}`)}</h2>
        <Button icon="print" data-print="no" onClick={props.onPrint}>
          {t("paper.print")}
        </Button>
      </div>
      <p>
        <b>{controller?.name ?? centre.name}</b>
      </p>
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
      {controller && (
        <p>
          {t("paper.sees", { count: controller.hidesAfterDays })}{" "}
          {t("paper.keeps", { count: controller.erasesAfterMonths })}
        </p>
      )}
      {text.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {controller && (
        <p>
          {t("paper.controller", { name: controller.name })}
          {controller.officerAt.length > 0 &&
            ` ${t("paper.officer", { at: controller.officerAt.join(", ") })}`}
        </p>
      )}
      <dl className={styles.signing}>
        <div>
          <dt>{t("paper.name")}</dt>
          <dd />
        </div>
        <div>
          <dt>{t(`paper.signature.${heading}`)}</dt>
          <dd />
        </div>
      </dl>
      <p className={styles.muted}>
        {t("paper.version", { version: text.version })}
      </p>
    </section>
  );
}
