// The keys that work everywhere: "?" for their list, "g" and a letter for a place, "/" for the search.
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";

import { Dialog } from "../../design/Dialog.js";
import { useViewer } from "../session/viewer.js";
import { isSingleKey } from "./keys.js";
import { type MenuEntry, placesOf } from "./navigation.js";
import styles from "./ShellKeys.module.css";

const search = "/szukaj";

export function ShellKeys({ entries }: { entries: readonly MenuEntry[] }) {
  const { t } = useTranslation("shell");
  const viewer = useViewer();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [isListShown, setListShown] = useState(false);
  const isAfterG = useRef(false);
  const mine = placesOf(viewer, entries);
  const places = mine.filter(({ hotkey }) => hotkey);

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!isSingleKey(event)) return;
      const isPlace = isAfterG.current;
      isAfterG.current = event.key === "g";
      if (event.key === "?") setListShown(true);
      const path = isPlace
        ? places.find(({ hotkey }) => hotkey === event.key)?.path
        : event.key === "/" && pathname !== search
          ? mine.find((entry) => entry.path === search)?.path
          : undefined;
      if (!path) return;
      event.preventDefault();
      void navigate(path);
    }
    document.addEventListener("keydown", press);
    return () => {
      document.removeEventListener("keydown", press);
    };
  });

  if (!isListShown) return null;
  const general = ["?", "/", "Esc", "S", "P", "K", "B"] as const;
  return (
    <Dialog
      title={t("keys.title")}
      onClose={() => {
        setListShown(false);
      }}
    >
      <dl className={styles.keys}>
        {places.map(({ path, label, hotkey }) => (
          <div key={path}>
            <dt>
              <kbd>g</kbd> <kbd>{hotkey}</kbd>
            </dt>
            <dd>{t(`nav.${label}`)}</dd>
          </div>
        ))}
        {general.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`keys.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t("keys.off")}</p>
    </Dialog>
  );
}
