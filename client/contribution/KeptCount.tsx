// A count of people, or the sign of what keeps it back; read aloud as words.
import { useTranslation } from "react-i18next";

import type { ShownCount } from "./contribution.documents.js";

export function KeptCount({ count }: { count: ShownCount }) {
  const { t } = useTranslation("contribution");
  if (count.reason === null) return count.value;
  if (count.reason === "DERIVABLE") return t("derivable");
  return (
    <>
      <span aria-hidden="true">&lt;5</span>
      <span className="visually-hidden">{t("fewerThanFive")}</span>
    </>
  );
}
