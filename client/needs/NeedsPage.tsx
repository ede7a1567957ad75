// "Potrzeby": what people of the place lack, as referrals, searches and talks showed it; in counts that give nobody away.
import { useTranslation } from "react-i18next";

import { usePageQuery } from "../app/errors/use-page-query.js";
import { ListFilters } from "../app/forms/ListFilters.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Page } from "../app/shell/Page.js";
import { areas } from "../design/areas.js";
import { Button } from "../design/Button.js";
import { ChoiceField } from "../design/Field.js";
import { targetGroups } from "../design/target-groups.js";
import { gapKinds, needStatuses } from "./choices.js";
import { NeedList } from "./NeedList.js";
import { PlacesQuery } from "./needs.documents.js";
import { PlacesCard } from "./PlacesCard.js";
import { filterOf, useWantedNeeds } from "./use-wanted-needs.js";

export function NeedsPage() {
  const { t } = useTranslation(["needs", "partnership", "design"]);
  const viewer = useViewer();
  const { wanted, want, wantEverything } = useWantedNeeds();
  const { data } = usePageQuery(
    PlacesQuery,
    { centreId: viewer.centre.id },
    { from: "network", of: ["NEED"] },
  );
  const places = data.centre?.places ?? [];
  const filter = filterOf(wanted, places);
  return (
    <Page
      title={t("title")}
      intro={t("intro")}
      actions={
        <Button icon="print" onClick={() => window.print()}>
          {t("print")}
        </Button>
      }
    >
      <ListFilters label={t("filter.title")}>
        <ChoiceField
          label={t("filter.area")}
          none={t("filter.any")}
          choices={areas}
          wordsOf={(area) => t(`design:area.${area}`)}
          chosen={wanted.area}
          onChoose={(area) => want("obszar", area)}
        />
        <ChoiceField
          label={t("filter.gap")}
          none={t("filter.any")}
          choices={gapKinds}
          wordsOf={(gap) => t(`partnership:gap.${gap}`)}
          chosen={wanted.gap}
          onChoose={(gap) => want("brak", gap)}
        />
        <ChoiceField
          label={t("filter.group")}
          none={t("filter.any")}
          choices={targetGroups}
          wordsOf={(group) => t(`group.${group}`)}
          chosen={wanted.group}
          onChoose={(group) => want("grupa", group)}
        />
        {places.length > 0 && (
          <ChoiceField
            label={t("filter.place")}
            none={t("filter.any")}
            choices={places.map(({ name }) => name)}
            wordsOf={(name) => name}
            chosen={wanted.place}
            onChoose={(name) => want("miejsce", name)}
          />
        )}
        <ChoiceField
          label={t("filter.status")}
          none={t("filter.any")}
          choices={needStatuses}
          wordsOf={(status) => t(`partnership:needStatus.${status}`)}
          chosen={wanted.status}
          onChoose={(status) => want("stan", status)}
        />
      </ListFilters>
      <NeedList
        key={JSON.stringify(filter)}
        filter={filter}
        onAll={wantEverything}
      />
      {holdsAny(viewer, ["OUS"]) && <PlacesCard places={places} />}
    </Page>
  );
}
