// Money as people read it: grosze become złote.
import { useTranslation } from "react-i18next";

export function useMoney(): (grosze: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language, {
    style: "currency",
    currency: "PLN",
  });
  return (grosze) => format.format(grosze / 100);
}
