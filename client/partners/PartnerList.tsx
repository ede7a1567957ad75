// The partners that are looked for: a table, and cards on a phone.
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { Button } from "../design/Button.js";
import { Empty } from "../design/Empty.js";
import type { PartnerFilter } from "../graphql/generated/graphql.js";
import { PartnerRow } from "./PartnerRow.js";
import styles from "./Partners.module.css";
import { usePartners } from "./use-partners.js";

interface Props {
  filter: PartnerFilter;
  onEverybody(): void;
}

export function PartnerList({ filter, onEverybody }: Props) {
  const { t } = useTranslation("partners");
  const { partners, total, hasMore, ...more } = usePartners(filter);
  const isNarrowed = Object.keys(filter).length > 0;
  if (partners.length === 0)
    return (
      <Empty
        title={isNarrowed ? t("none.found") : t("none.title")}
        action={
          isNarrowed && (
            <Button onClick={onEverybody}>{t("filter.clear")}</Button>
          )
        }
      >
        {isNarrowed ? t("none.foundText") : t("none.text")}
      </Empty>
    );
  return (
    <>
      <p role="status" className={styles.muted}>
        {t("table.found", { count: total })}
      </p>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("table.title")}</caption>
        <thead>
          <tr>
            {["partner", "kind", "agreement", "contact", "deputy"].map(
              (column) => (
                <th key={column} scope="col">
                  {t(`table.${column}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {partners.map((partner) => (
            <PartnerRow key={partner.id} partner={partner} />
          ))}
        </tbody>
      </table>
      <NotSaved failure={more.hasFailed ? "unknown" : null} />
      {hasMore && (
        <div className={styles.more} data-print="no">
          <Button busy={more.isReading} onClick={() => void more.readMore()}>
            {t("table.more")}
          </Button>
        </div>
      )}
    </>
  );
}
