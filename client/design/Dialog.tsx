// A question or a short form over the page; on a phone it rises from the bottom as a sheet.
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";

import styles from "./Dialog.module.css";
import { Icon } from "./Icon.js";
import { join } from "./join.js";

interface Props {
  title: ReactNode;
  onClose(): void;
  /** Stays in sight while the rest scrolls. */
  foot?: ReactNode;
  width?: "narrow" | "wide";
  children: ReactNode;
}

export function Dialog(props: Props) {
  const { title, onClose, foot, width = "narrow", children } = props;
  const { t } = useTranslation("design");
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    // a dialog that is taken away while open gives no focus back by itself
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={join(styles.dialog, styles[width])}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.sheet}>
        <div className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <button
            type="button"
            className={styles.close}
            aria-label={t("dialog.close")}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
        <div className={styles.body}>{children}</div>
        {foot && <div className={styles.foot}>{foot}</div>}
      </div>
    </dialog>
  );
}
