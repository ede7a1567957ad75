// A count of 1 to 4, which is not told, so that nobody can be recognised by it.
import { useTranslation } from "react-i18next";

export function FewerThanFive() {
  const { t } = useTranslation("picture");
  return (
    <>
      <span aria-hidden="true">&lt;5</span>
      <span className="visually-hidden">{t("fewerThanFive")}</span>
    </>
  );
}
