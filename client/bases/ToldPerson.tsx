// What a partner is told of a person, while it may be shown: the same for the sender before and for the partner after.
import { useTranslation } from "react-i18next";

import type { PreviewReferralMutation } from "../graphql/generated/graphql.js";
import styles from "./Bases.module.css";

export type Told = Extract<
  PreviewReferralMutation["outcome"],
  { __typename: "ToldPerson" }
>["told"];

interface Props {
  told: Told;
  minutes: number;
}

export function ToldPerson({ told, minutes }: Props) {
  const { t } = useTranslation(["bases", "cases"]);
  const left = t("told.left", { count: minutes });
  return (
    <div data-print="no">
      <dl className={styles.facts}>
        {told.map(({ field, value, contactKind, reason }) => (
          <div key={field}>
            <dt>
              {contactKind
                ? t(`cases:contactKind.${contactKind}`)
                : t(`field.${field}`)}
              {reason && ` (${t(`reason.${reason}`)})`}
            </dt>
            <dd>
              {contactKind === "PHONE" ? (
                <a href={`tel:${value.replaceAll(/[^+\d]/g, "")}`}>{value}</a>
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.onRecord}>{left}</p>
      <p role="status" className="visually-hidden">
        {minutes === 1 && left}
      </p>
    </div>
  );
}
