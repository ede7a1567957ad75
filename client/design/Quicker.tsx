// "Ktoś był szybszy": somebody acted first; nobody erred, and the ways on are ready.
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "./Icon.js";
import styles from "./Quicker.module.css";

interface Props {
  /** Where nobody was: what is so instead. */
  title?: string | undefined;
  /** What happened and when, and what did not happen to yours. */
  children: ReactNode;
  /** Ready ways on. */
  ways?: ReactNode;
}

export function Quicker({ title, children, ways }: Props) {
  const { t } = useTranslation("design");
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus();
  }, []);
  return (
    <section className={styles.quicker}>
      <div className={styles.note}>
        <Icon name="people" />
        <div>
          <h3 ref={head} tabIndex={-1}>
            {title ?? t("quicker")}
          </h3>
          <div>{children}</div>
        </div>
      </div>
      {ways}
    </section>
  );
}
