// What is short under agreements and has no result yet: answered, closed and opened again where it is listed.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { useViewer } from "../app/session/viewer.js";
import { OpenShortfallsQuery } from "./fulfilment.documents.js";
import styles from "./Fulfilment.module.css";
import { ShortfallCard } from "./ShortfallCard.js";

interface Props {
  /** Under which; left out: under all that the viewer sees. */
  agreementId?: string;
}

export function OpenShortfalls({ agreementId }: Props) {
  const { t } = useTranslation("fulfilment");
  const { centre } = useViewer();
  const { data, refetch } = usePageQuery(
    OpenShortfallsQuery,
    { centreId: centre.id },
    { from: "network", of: ["ACCOUNTS"] },
  );
  const open = (data.centre?.openShortfalls ?? []).filter(
    ({ order }) => !agreementId || order?.agreement?.id === agreementId,
  );
  if (open.length === 0) return null;
  return (
    <section className={styles.card} id="sprawy" aria-labelledby="braki">
      <h2 id="braki">{t("shortfall.waiting")}</h2>
      <p className={styles.note}>{t("shortfall.waitingText")}</p>
      <ul className={styles.shortfalls}>
        {open.map((shortfall) => (
          <ShortfallCard
            key={shortfall.id}
            shortfall={shortfall}
            organisation={shortfall.order?.partner?.name ?? ""}
            onChanged={() => void refetch()}
          >
            {shortfall.order?.agreement && (
              <p>
                <Link to={`/umowy/${shortfall.order.agreement.id}/rozliczenie`}>
                  {t("shortfall.under", {
                    number: shortfall.order.agreement.number,
                  })}
                </Link>
              </p>
            )}
          </ShortfallCard>
        ))}
      </ul>
    </section>
  );
}
