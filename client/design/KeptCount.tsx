// A count of people, or the sign of what keeps it back; read aloud as words.
import { useTranslation } from "react-i18next";

interface Count {
  value: number | null;
  /** null: it is told. */
  reason: "FEW" | "DERIVABLE" | null;
}

export function KeptCount({ count }: { count: Count }) {
  const { t } = useTranslation("design");
  if (count.reason === null) return count.value;
  if (count.reason === "DERIVABLE") return t("kept.derivable");
  return (
    <>
      <span aria-hidden="true">&lt;5</span>
      <span className="visually-hidden">{t("kept.few")}</span>
    </>
  );
}

/** null: 1 to 4 that the graph keeps back. */
export function CountOrFew({ count }: { count: number | null }) {
  const reason = count === null ? "FEW" : null;
  return <KeptCount count={{ value: count, reason }} />;
}
