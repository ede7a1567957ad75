// "Do poprawy": what checks of services asked for and nobody found done yet; of one organisation, or of all that the viewer sees.
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { ActionLine } from "./ActionLine.js";
import { OpenActionsQuery } from "./standards.documents.js";
import styles from "./Standards.module.css";

interface Props {
  /** Left out: of all. */
  partnerId?: string;
}

export function OpenActions({ partnerId }: Props) {
  const { t } = useTranslation("standards");
  const viewer = useViewer();
  const { data, refetch } = usePageQuery(
    OpenActionsQuery,
    { centreId: viewer.centre.id },
    { from: "network", of: ["STANDARD"] },
  );
  const readAnew = () => void refetch();
  const open = (data.centre?.openActions ?? []).filter(
    ({ service }) => !partnerId || service?.partner.id === partnerId,
  );
  if (open.length === 0) return null;
  const seesAll = holdsAny(viewer, ["OUS", "DIRECTOR", "KIPUS", "OSL"]);
  return (
    <section className={styles.card} id="do-poprawy" aria-labelledby="poprawy">
      <h2 id="poprawy">{t("action.open")}</h2>
      <p className={styles.muted}>
        {t(seesAll ? "action.openAll" : "action.openOf")}
      </p>
      <ul className={styles.list}>
        {open.map((check) => (
          <li key={check.id} className={styles.item}>
            <div className={styles.grow}>
              <strong>
                {check.service?.name}
                {seesAll &&
                  !partnerId &&
                  `, ${check.service?.partner.shortName ?? ""}`}
              </strong>
              <ActionLine check={check} onChanged={readAnew} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
