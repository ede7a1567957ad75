// What the list of partners is narrowed by: words, kind, type, how they stand, and what they lack.
import { useTranslation } from "react-i18next";

import { SelectField, TextField } from "../design/Field.js";
import { partnerKinds, stakeholderTypes } from "./choices.js";
import styles from "./Partners.module.css";
import {
  gaps,
  statuses,
  type useWantedPartners,
  type WantedPartners,
} from "./use-wanted-partners.js";

interface Props {
  wanted: WantedPartners;
  want: ReturnType<typeof useWantedPartners>["want"];
}

export function PartnerFilters({ wanted, want }: Props) {
  const { t } = useTranslation(["partners", "design"]);
  return (
    <form
      className={styles.filters}
      role="search"
      aria-label={t("filter.title")}
      data-print="no"
      onSubmit={(event) => event.preventDefault()}
    >
      <TextField
        label={t("filter.text")}
        type="search"
        maxLength={100}
        value={wanted.text}
        onChange={({ target }) => want("q", target.value)}
      />
      <SelectField
        label={t("filter.kind")}
        value={wanted.kind ?? ""}
        onChange={({ target }) => want("rodzaj", target.value)}
      >
        <option value="">{t("filter.anyKind")}</option>
        {partnerKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("filter.type")}
        value={wanted.type ?? ""}
        onChange={({ target }) => want("typ", target.value)}
      >
        <option value="">{t("filter.anyType")}</option>
        {stakeholderTypes.toReversed().map((type) => (
          <option key={type} value={type}>
            {t(`design:type.${type}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("filter.status")}
        value={wanted.status}
        onChange={({ target }) => want("stan", target.value)}
      >
        {Object.keys(statuses).map((status) => (
          <option key={status} value={status}>
            {t(`wantedStatus.${status}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("filter.gap")}
        value={wanted.gap ?? ""}
        onChange={({ target }) => want("brakuje", target.value)}
      >
        <option value="">{t("filter.noGap")}</option>
        {gaps.map((gap) => (
          <option key={gap} value={gap}>
            {t(`gap.${gap}`)}
          </option>
        ))}
      </SelectField>
    </form>
  );
}
