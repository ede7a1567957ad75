// Who a line of a list is about: her first name while it is shown, else the code of the card that she brings; and the number of her referral.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { referralPath } from "../app/shell/referral-path.js";
import { Tag } from "../design/Tag.js";
import type { SheetFragment } from "../graphql/generated/graphql.js";
import styles from "./Attendance.module.css";

interface Props {
  line: SheetFragment["lines"][number];
  name: string | null;
}

export function WhoIsMeant({ line, name }: Props) {
  const { t } = useTranslation("attendance");
  const { number, tokenCode, absencesInRow, isSuspended } = line;
  return (
    <span className={styles.who}>
      <span>
        <strong>{name ?? t("code", { code: tokenCode })}</strong>
        <span className={styles.was}>
          <Link to={referralPath(number)}>{number}</Link>
        </span>
      </span>
      {isSuspended && <Tag>{t("suspended")}</Tag>}
      {absencesInRow > 1 && (
        <Tag tone={absencesInRow > 2 ? "warn" : "plain"}>
          {t("inRow", { count: absencesInRow })}
        </Tag>
      )}
    </span>
  );
}
