// Money as the pages of programmes say it, and as people type it.
import { useTranslation } from "react-i18next";

/** "45 000 zł" */
export function useMoney() {
  const { i18n } = useTranslation();
  const words = new Intl.NumberFormat(i18n.language, {
    style: "currency",
    currency: "PLN",
    trailingZeroDisplay: "stripIfInteger",
  });
  return (grosze: number) => words.format(grosze / 100);
}
