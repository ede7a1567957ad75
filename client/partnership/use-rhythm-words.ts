// When a network meets next, in one sentence that its rules, its meetings and its steps all say.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";
import type { RhythmOnPageFragment } from "../graphql/generated/graphql.js";

export function useRhythmWords(): (rhythm: RhythmOnPageFragment) => string {
  const { t } = useTranslation("partnership");
  const { day } = useDates(useNow());
  const said = (on: string | null) =>
    on === null ? "" : day(new Date(`${on}T12:00:00Z`));
  return ({ state, cadenceDays, dueOn, nextOn }) =>
    t(`rhythm.${state}`, {
      every: t("about.every", { count: cadenceDays ?? 0 }),
      due: said(dueOn),
      next: said(nextOn),
    });
}

/** Later than was agreed, or it will be. */
export function isBehind({ state }: RhythmOnPageFragment): boolean {
  return state === "OVERDUE" || state === "LATE";
}
