// A count of people by organisation: 1 to 4 is not told, so that nobody can be recognised by it.
import { useTranslation } from "react-i18next";

import { isFew } from "./network-view.js";

/** null: 1 to 4, not told by the graph itself. */
export function MaskedCount({ count }: { count: number | null }) {
  const { t } = useTranslation("picture");
  if (count !== null && !isFew(count)) return count;
  return (
    <>
      <span aria-hidden="true">&lt;5</span>
      <span className="visually-hidden">{t("fewerThanFive")}</span>
    </>
  );
}
