// First names of a list: asked for with one tap, in the memory of the list alone, and gone after ten minutes.
import { useEffect } from "react";

import { useAsk } from "../app/forms/use-ask.js";
import { useShown } from "../design/use-shown.js";
import type { SheetFragment } from "../graphql/generated/graphql.js";
import { ShowNames } from "./attendance.documents.js";

export function useNames({ lines }: SheetFragment) {
  // what is answered is nobody's but this list's
  const asked = useAsk(ShowNames, false);
  const look = useShown<ReadonlyMap<string, string>>();
  const { hide } = look;
  const shown = lines.filter(({ viewerCanShowName }) => viewerCanShowName);
  const mayLook = shown.length > 0;
  // withdrawn, ended or run out while it stood on the screen
  useEffect(() => {
    if (!mayLook) hide();
  }, [mayLook, hide]);

  async function show() {
    const referralIds = shown.map(({ referralId }) => referralId);
    const outcome = await asked.run({ input: { referralIds } });
    if (outcome?.__typename !== "ShownNames") return;
    look.begin(
      new Map(outcome.names.map(({ referralId, name }) => [referralId, name])),
      Date.parse(outcome.until) - Date.parse(outcome.at),
    );
  }

  return {
    ...asked,
    ...{ mayLook, show, hide },
    areShown: look.shown !== null,
    minutes: look.minutes,
    wasHidden: look.wasHidden,
    /** Only of whom it may still be told. */
    nameOf: ({
      referralId,
      viewerCanShowName,
    }: SheetFragment["lines"][number]) =>
      viewerCanShowName ? (look.shown?.get(referralId) ?? null) : null,
  };
}

export type Names = ReturnType<typeof useNames>;
