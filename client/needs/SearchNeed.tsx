// After a search that found nothing, or nothing that takes anybody now: one click counts it as an unmet need.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { areas } from "../design/areas.js";
import { ChoiceField } from "../design/Field.js";
import type { ServiceArea } from "../graphql/generated/graphql.js";
import { NeedClick } from "./NeedClick.js";
import styles from "./Needs.module.css";

interface Props {
  /** The areas that were searched; where it is one, nothing is left to choose. */
  searched: readonly ServiceArea[];
  gapKind: "NO_SERVICE" | "NO_CAPACITY";
}

export function SearchNeed({ searched, gapKind }: Props) {
  const { t } = useTranslation(["needs", "design"]);
  const [only] = searched.length === 1 ? searched : [];
  const [chosen, setChosen] = useState<ServiceArea | null>(only ?? null);
  return (
    <section className={styles.proposal}>
      <h2>{t("proposal.title")}</h2>
      <p>{t(`search.${gapKind}`)}</p>
      <NeedClick
        what={{ area: chosen, gapKind }}
        counted={null}
        missing={chosen ? null : t("search.noArea")}
      >
        <ChoiceField
          label={t("search.area")}
          none={t("search.choose")}
          choices={searched.length > 1 ? searched : areas}
          wordsOf={(area) => t(`design:area.${area}`)}
          chosen={chosen}
          onChoose={(area) => setChosen(area || null)}
        />
      </NeedClick>
    </section>
  );
}
