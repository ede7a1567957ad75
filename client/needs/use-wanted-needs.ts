// Which needs are looked for; it stands in the address, so that a list can be sent as a link.
import { useAddressWords } from "../app/use-address-words.js";
import { areas } from "../design/areas.js";
import { targetGroups } from "../design/target-groups.js";
import type { NeedFilter } from "../graphql/generated/graphql.js";
import { gapKinds, needStatuses } from "./choices.js";

type Word = "obszar" | "brak" | "grupa" | "miejsce" | "stan";

export function useWantedNeeds() {
  const { wordOf, want, wantEverything } = useAddressWords<Word>();
  const wanted = {
    area: areas.find((one) => one === wordOf("obszar")) ?? null,
    gap: gapKinds.find((one) => one === wordOf("brak")) ?? null,
    group: targetGroups.find((one) => one === wordOf("grupa")) ?? null,
    status: needStatuses.find((one) => one === wordOf("stan")) ?? null,
    /** By name: an address of the graph would tell nobody anything. */
    place: wordOf("miejsce"),
  };
  return { wanted, want, wantEverything };
}

export function filterOf(
  {
    area,
    gap,
    group,
    status,
    place,
  }: ReturnType<typeof useWantedNeeds>["wanted"],
  places: readonly { id: string; name: string }[],
): NeedFilter {
  const placeId = places.find(({ name }) => name === place)?.id;
  return {
    ...(area && { areas: [area] }),
    ...(gap && { gapKinds: [gap] }),
    ...(group && { targetGroups: [group] }),
    ...(status && { statuses: [status] }),
    ...(placeId && { placeId }),
  };
}
