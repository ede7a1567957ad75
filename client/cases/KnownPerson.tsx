// The same person has a case already: her own are a link away; why there shall be another is asked for.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { TextArea } from "../design/Field.js";
import styles from "./Cases.module.css";

export interface Known {
  coordinators: readonly string[];
  ownCases: readonly { id: string; pseudonym: string }[];
}

interface Props {
  known: Known;
  error: string | undefined;
}

export function KnownPerson({ known, error }: Props) {
  const { t } = useTranslation("cases");
  const { coordinators, ownCases } = known;
  return (
    <>
      {ownCases.length > 0 && (
        <p className={styles.line}>
          {t("although.own")}
          {ownCases.map(({ id, pseudonym }) => (
            <Link key={id} to={`/sprawy/${id}`}>
              {pseudonym}
            </Link>
          ))}
        </p>
      )}
      <TextArea
        name="although"
        label={t("although.label")}
        hint={t(coordinators.length > 0 ? "although.hint" : "although.hintOwn")}
        maxLength={200}
        autoComplete="off"
        error={error}
      />
    </>
  );
}
