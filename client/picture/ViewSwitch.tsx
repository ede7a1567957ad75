// Table or picture; where there is room, the picture stands beside the table.
import { useTranslation } from "react-i18next";

import styles from "./NetworkPage.module.css";
import { type NetworkView, networkViews } from "./use-network-address.js";

interface Props {
  view: NetworkView;
  isWide: boolean;
  onSwitch(view: NetworkView): void;
}

export function ViewSwitch({ view, isWide, onSwitch }: Props) {
  const { t } = useTranslation("picture");
  return (
    <div role="group" aria-label={t("view.title")} className={styles.views}>
      {networkViews.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={view === one}
          onClick={() => onSwitch(one)}
        >
          {t(`view.${one}${isWide ? "Wide" : ""}`)}
        </button>
      ))}
    </div>
  );
}
