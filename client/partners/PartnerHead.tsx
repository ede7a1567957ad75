// Under the name of a partner: its type in the network, its kind and sector, and how it stands.
import { useTranslation } from "react-i18next";

import { Tag } from "../design/Tag.js";
import { TypeMark } from "../design/TypeMark.js";
import type { PartnerOnPageFragment } from "../graphql/generated/graphql.js";
import styles from "./PartnerPage.module.css";

export function PartnerHead({ partner }: { partner: PartnerOnPageFragment }) {
  const { t } = useTranslation("partners");
  const { stakeholderType, isHub, kind, sector, status } = partner;
  return (
    <div className={styles.facts}>
      {(stakeholderType ?? isHub) && <TypeMark type={stakeholderType} />}
      {stakeholderType && <span>{t(`place.${stakeholderType}`)}</span>}
      <span>{t(`kind.${kind}`)}</span>
      <span>{t(`sector.${sector}`)}</span>
      {status && status !== "ACTIVE" && (
        <Tag tone={status === "SUSPENDED" ? "warn" : "outline"}>
          {t(`status.${status}`)}
        </Tag>
      )}
    </div>
  );
}
