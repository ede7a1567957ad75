// What the list of partners is narrowed by: words, kind, type, how they stand, and what they lack.
import { useTranslation } from "react-i18next";

import { ListFilters } from "../app/forms/ListFilters.js";
import { ChoiceField, TextField } from "../design/Field.js";
import { partnerKinds, stakeholderTypes } from "./choices.js";
import {
  gaps,
  type useWantedPartners,
  type WantedPartners,
  wantedStatuses,
} from "./use-wanted-partners.js";

interface Props {
  wanted: WantedPartners;
  want: ReturnType<typeof useWantedPartners>["want"];
}

export function PartnerFilters({ wanted, want }: Props) {
  const { t } = useTranslation(["partners", "design"]);
  return (
    <ListFilters label={t("filter.title")}>
      <TextField
        label={t("filter.text")}
        type="search"
        maxLength={100}
        value={wanted.text}
        onChange={({ target }) => want("q", target.value)}
      />
      <ChoiceField
        label={t("filter.kind")}
        none={t("filter.anyKind")}
        choices={partnerKinds}
        wordsOf={(kind) => t(`kind.${kind}`)}
        chosen={wanted.kind}
        onChoose={(kind) => want("rodzaj", kind)}
      />
      <ChoiceField
        label={t("filter.type")}
        none={t("filter.anyType")}
        choices={stakeholderTypes.toReversed()}
        wordsOf={(type) => t(`design:type.${type}`)}
        chosen={wanted.type}
        onChoose={(type) => want("typ", type)}
      />
      <ChoiceField
        label={t("filter.status")}
        choices={wantedStatuses}
        wordsOf={(status) => t(`wantedStatus.${status}`)}
        chosen={wanted.status}
        onChoose={(status) => want("stan", status)}
      />
      <ChoiceField
        label={t("filter.gap")}
        none={t("filter.noGap")}
        choices={gaps}
        wordsOf={(gap) => t(`gap.${gap}`)}
        chosen={wanted.gap}
        onChoose={(gap) => want("brakuje", gap)}
      />
    </ListFilters>
  );
}
