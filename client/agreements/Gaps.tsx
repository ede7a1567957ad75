// What an agreement does not say yet, told to who writes it before the parties see it.
import { useTranslation } from "react-i18next";

import { Note } from "../design/Note.js";
import type { Agreement } from "./AgreementPage.js";

type Gap = NonNullable<Agreement["terms"]>["gaps"][number];

export const wordsOf = (gaps: readonly Gap[]) =>
  gaps.map(({ words }) => words).join(", ");

export function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  const { t } = useTranslation("agreements");
  const required = gaps.filter(({ isRequired }) => isRequired);
  const usual = gaps.filter(({ isRequired }) => !isRequired);
  if (gaps.length === 0) return null;
  return (
    <Note tone="warn" icon="warning" title={t("gaps.title")}>
      {required.length > 0 && t("gaps.required", { what: wordsOf(required) })}{" "}
      {usual.length > 0 && t("gaps.usual", { what: wordsOf(usual) })}
    </Note>
  );
}
