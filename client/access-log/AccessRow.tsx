// One line of the access log.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { Tag } from "../design/Tag.js";
import { useNow } from "../design/use-now.js";
import type { AccessLine } from "./access-line.js";
import { useLineWords } from "./access-line.js";
import styles from "./AccessList.module.css";

interface Props {
  line: AccessLine;
  onPerson(accountId: string): void;
}

export function AccessRow({ line, onPerson }: Props) {
  const { t } = useTranslation("access");
  const { moment } = useDates(useNow());
  const { what, whom, why } = useLineWords();
  const { accountId, by, partner, outcome } = line;
  return (
    <tr>
      <td className={styles.when}>
        <time dateTime={line.at}>{moment(new Date(line.at))}</time>
        <span className={styles.muted}>
          {t("line", { position: line.position })}
        </span>
      </td>
      <td>
        {accountId ? (
          <button
            type="button"
            className={styles.name}
            title={t("onlyHer")}
            onClick={() => onPerson(accountId)}
          >
            {by}
          </button>
        ) : (
          by
        )}
        {partner && <span className={styles.muted}>{partner.shortName}</span>}
      </td>
      <td>
        {what(line)}
        <span className={styles.muted}>{whom(line).join(" · ")}</span>
      </td>
      <td>
        <span className={styles.label}>{t("column.why")}: </span>
        {why(line)}
      </td>
      <td>
        <Tag tone={outcome === "DONE" ? "plain" : "warn"}>
          {t(`outcome.${outcome}`)}
        </Tag>
      </td>
    </tr>
  );
}
