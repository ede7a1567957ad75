// What awaits a coordinator who sent somebody in danger on nobody's word: to say within a day what it was.
import { skipToken, useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";

import { useReadAnew } from "../app/live/use-read-anew.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";
import { OwedNotesQuery } from "./awaits.documents.js";
import type { Waiting } from "./waiting.js";

export function useOwedNotes(): Waiting[] {
  const { t } = useTranslation("start");
  const viewer = useViewer();
  const { until } = useDates(useNow());
  const sends = holdsAny(viewer, ["KIPUS"]);
  const { data, refetch } = useQuery(
    OwedNotesQuery,
    sends
      ? {
          variables: { centreId: viewer.centre.id },
          fetchPolicy: "cache-and-network",
        }
      : skipToken,
  );
  // what is sent brings it about
  useReadAnew(sends ? ["REFERRAL"] : [], () => refetch());
  return (data?.centre?.owing.nodes ?? [])
    .flatMap(({ id, pseudonym, noteOwedBy }) =>
      noteOwedBy ? [{ id, pseudonym, at: new Date(noteOwedBy) }] : [],
    )
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ id, pseudonym, at }) => ({
      ...{ kind: "note" as const, id, to: `/sprawy/${id}` },
      name: t("awaits.noteBy", { pseudonym, until: until(at) }),
    }));
}
