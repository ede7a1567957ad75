// How organisations join and leave this network, for everybody to read; the organiser writes it anew, what was before stays.
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";

import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { TextArea } from "../design/Field.js";
import { textIn } from "../design/form-text.js";
import { useNow } from "../design/use-now.js";
import type { NetworkMembersFragment } from "../graphql/generated/graphql.js";
import { FormDialog } from "./FormDialog.js";
import { WriteProcedure } from "./leaving.documents.js";
import styles from "./Partnership.module.css";
import { RuleMark } from "./RuleMark.js";
import { useSaved } from "./use-saved.js";

interface Props {
  network: NetworkMembersFragment;
  onChanged(): void;
}

export function ProcedureCard({ network, onChanged }: Props) {
  const { t } = useTranslation("partnership");
  const { date } = useDates(useNow());
  const [isChanging, setChanging] = useState(false);
  const { hash } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hash === "#procedura") heading.current?.focus();
  }, [hash]);
  const [current, ...before] = network.procedures;
  if (!current) return null;
  const since = (at: string | null) => (at ? date(new Date(at)) : "");
  return (
    <section className={styles.card} id="procedura">
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {t("procedure.title")}
        </h2>
        {network.viewerCanLead && (
          <Button
            size="small"
            data-print="no"
            onClick={() => setChanging(true)}
          >
            {t("procedure.change")}
          </Button>
        )}
      </div>
      <RuleMark rule="TRUST_OPENNESS_APOLITICAL" network={network.name} />
      <p className={styles.text}>{current.text}</p>
      <p className={styles.muted}>
        {current.writtenAt
          ? t("procedure.since", { day: since(current.writtenAt) })
          : t("procedure.first")}
      </p>
      {before.length > 0 && (
        <details data-print="no">
          <summary>
            {t("procedure.before", { versions: before.length })}
          </summary>
          {before.map(({ version, text, writtenAt }) => (
            <div key={version}>
              <h3>
                {t("procedure.version", { version, day: since(writtenAt) })}
              </h3>
              <p className={styles.text}>{text}</p>
            </div>
          ))}
        </details>
      )}
      {isChanging && (
        <ProcedureDialog
          network={network}
          onClose={() => setChanging(false)}
          onSaved={() => {
            setChanging(false);
            onChanged();
          }}
        />
      )}
    </section>
  );
}

function ProcedureDialog(props: {
  network: NetworkMembersFragment;
  onClose(): void;
  onSaved(): void;
}) {
  const { t } = useTranslation("partnership");
  const saved = useSaved(WriteProcedure, props.onSaved);
  const { id, procedures } = props.network;
  return (
    <FormDialog
      title={t("procedure.title")}
      verb={t("save")}
      width="wide"
      saved={saved}
      onClose={props.onClose}
      onSubmit={(form) =>
        void saved.save({
          input: {
            networkId: id,
            ifVersion: procedures[0]?.version ?? 0,
            text: textIn(form, "text"),
          },
        })
      }
    >
      <TextArea
        label={t("procedure.text")}
        hint={t("procedure.textHint")}
        name="text"
        required
        rows={16}
        maxLength={6000}
        defaultValue={procedures[0]?.text ?? ""}
        error={saved.errorAt("text")}
      />
    </FormDialog>
  );
}
