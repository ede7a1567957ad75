// What the table shows: a saved view, an area, words; all of it stands in the address.
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { areas } from "../design/areas.js";
import { ChoiceField, TextField } from "../design/Field.js";
import { forms, groups, spheres } from "../design/service-kinds.js";
import { views } from "./service-view.js";
import styles from "./ServiceFilters.module.css";
import { useWanted } from "./use-wanted.js";

export function ServiceFilters() {
  const { t } = useTranslation(["board", "design"]);
  const { wanted, want, hrefWith } = useWanted();
  return (
    <div className={styles.filters} data-print="no">
      <nav aria-label={t("views.title")} className={styles.views}>
        <ul>
          {views.map((view) => (
            <li key={view}>
              <Link
                to={hrefWith("widok", view === "wszystkie" ? "" : view)}
                replace
                preventScrollReset
                aria-current={wanted.view === view || undefined}
              >
                {t(`views.${view}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.fields}>
        <TextField
          label={t("filter.text")}
          type="search"
          value={wanted.text}
          onChange={(event) => want("q", event.target.value)}
        />
        <ChoiceField
          label={t("filter.area")}
          none={t("filter.allAreas")}
          choices={areas}
          wordsOf={(area) => t(`design:area.${area}`)}
          chosen={wanted.area}
          onChoose={(area) => want("obszar", area)}
        />
        <ChoiceField
          label={t("filter.group")}
          none={t("filter.any")}
          choices={groups}
          wordsOf={(group) => t(`design:group.${group}`)}
          chosen={wanted.group}
          onChoose={(group) => want("grupa", group)}
        />
        <ChoiceField
          label={t("filter.form")}
          none={t("filter.any")}
          choices={forms}
          wordsOf={(form) => t(`design:form.${form}`)}
          chosen={wanted.form}
          onChoose={(form) => want("forma", form)}
        />
        <ChoiceField
          label={t("filter.sphere")}
          none={t("filter.any")}
          choices={spheres}
          wordsOf={(sphere) => t(`design:sphere.${sphere}`)}
          chosen={wanted.sphere}
          onChoose={(sphere) => want("sfera", sphere)}
        />
      </div>
    </div>
  );
}
