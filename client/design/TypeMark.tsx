// The mark of a partner's type: shape, letter and word, so that colour never speaks alone.
import { useTranslation } from "react-i18next";

import styles from "./TypeMark.module.css";

interface Props {
  /** null: the hub */
  type: "A" | "B" | "C" | null;
  /** The word stays for readers only, where the place is narrow. */
  wordHidden?: boolean;
}

const shapes = {
  A: <rect x="2" y="2" width="20" height="20" rx="3" />,
  B: <path d="M12 1l11 21H1z" />,
  C: <circle cx="12" cy="12" r="11" />,
  HUB: <path d="M12 1l10 5.5v11L12 23 2 17.5v-11z" />,
};

export function TypeMark({ type, wordHidden = false }: Props) {
  const { t } = useTranslation("design");
  const kind = type ?? "HUB";
  return (
    <span className={styles.mark} data-type={kind}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        {shapes[kind]}
        {type && (
          <text x="12" y={type === "B" ? 19.5 : 17} textAnchor="middle">
            {type}
          </text>
        )}
      </svg>
      <span className={wordHidden ? "visually-hidden" : undefined}>
        {t(`type.${kind}`)}
      </span>
    </span>
  );
}
