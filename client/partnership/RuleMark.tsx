// Which of the six rules of partnership works here (domain 1.9), said where it works.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { holdsAny, useViewer } from "../app/session/viewer.js";
import { slugOf } from "../app/slug.js";
import type { PartnershipRule } from "../graphql/generated/graphql.js";
import { inside } from "./NetworkTabs.js";
import styles from "./Partnership.module.css";

interface Props {
  rule: PartnershipRule;
  /** By name, where it works in one network: its rules are a step away. */
  network?: string;
}

export function RuleMark({ rule, network }: Props) {
  const { t } = useTranslation("partnership");
  const viewer = useViewer();
  const words = t(`rule.${rule}.mark`);
  return (
    <p className={styles.muted}>
      {t("rules.mark")}{" "}
      {network && holdsAny(viewer, inside) ? (
        <Link to={`/siec/${slugOf(network)}/zasady`}>{words}</Link>
      ) : (
        <span>{words}</span>
      )}
    </p>
  );
}
