// What shapes, lines and distance mean in the picture.
import { useTranslation } from "react-i18next";

import { TypeMark } from "../design/TypeMark.js";
import type { Ground } from "./network-view.js";
import styles from "./NetworkPicture.module.css";

const lines: readonly Ground[] = ["inForce", "underway", "ended", "none"];

interface Props {
  /** Agreements are the viewer's to see, so lines have something to say. */
  seesAgreements: boolean;
}

export function PictureLegend({ seesAgreements }: Props) {
  const { t } = useTranslation("picture");
  return (
    <figcaption className={styles.legend}>
      <ul>
        {(["A", "B", "C", null] as const).map((type) => (
          <li key={type}>
            <TypeMark type={type} />
          </li>
        ))}
        {(seesAgreements ? lines : []).map((ground) => (
          <li key={ground}>
            <svg viewBox="0 0 36 12" aria-hidden="true" className={styles.line}>
              <g className={styles.tie} data-ground={ground}>
                <path d="M1 6h34" strokeWidth="3" />
                {ground === "ended" && (
                  <path className={styles.cross} d="M13 1l10 10m0-10L13 11" />
                )}
              </g>
            </svg>
            {t(`legend.${ground}`)}
          </li>
        ))}
      </ul>
      {seesAgreements && (
        <p>
          {t("legend.near")} {t("legend.note")}
        </p>
      )}
      <p className={styles.keys}>{t("picture.keys")}</p>
    </figcaption>
  );
}
