// Whether the log is as it was written, and the anchor by which that can be proved later.
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { useNow } from "../design/use-now.js";
import { AccessChainQuery } from "./access-log.documents.js";
import styles from "./ChainNote.module.css";

export function ChainNote() {
  const { t } = useTranslation("access");
  const { centre } = useViewer();
  const { moment } = useDates(useNow());
  const { data } = usePageQuery(
    AccessChainQuery,
    { centreId: centre.id },
    { from: "network" },
  );
  const chain = data.centre?.accessLogChain;
  if (!chain) return null;
  const { intactTo, brokenAt, fault, anchor, checkedAt } = chain;
  if (brokenAt !== null && fault)
    return (
      <Note tone="danger" icon="warning" title={t("chain.broken")}>
        {t(`chain.fault.${fault}`, { position: brokenAt })}{" "}
        {t("chain.tell", { position: intactTo })}
      </Note>
    );
  return (
    <Note
      tone="ok"
      icon="lock"
      title={t("chain.intact", { position: intactTo })}
    >
      {checkedAt && t("chain.checked", { moment: moment(new Date(checkedAt)) })}
      <details className={styles.anchor}>
        <summary>{t("chain.anchor")}</summary>
        <p>{t("chain.anchorText")}</p>
        <code>{anchor}</code>
      </details>
    </Note>
  );
}
