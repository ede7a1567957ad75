// What makes it easier to come, ticked by who offers the service.
import { useTranslation } from "react-i18next";

import { eases, easesOf } from "../design/eases.js";
import { Group } from "../design/Field.js";
import { TickList } from "../design/TickList.js";
import type { LiveServiceFragment } from "../graphql/generated/graphql.js";

export function EaseFields({ service }: { service: LiveServiceFragment }) {
  const { t } = useTranslation(["offer", "design"]);
  return (
    <Group label={t("change.eases")} hint={t("change.easesHint")}>
      <TickList
        name="eases"
        choices={eases}
        wordsOf={(ease) => t(`design:ease.${ease}`)}
        ticked={easesOf(service)}
      />
    </Group>
  );
}
