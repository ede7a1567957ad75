// What of a network is shown and who is chosen in it; it stands in the address, so it can be sent as a link.
import { useSearchParams } from "react-router";

import type { StakeholderType } from "../graphql/generated/graphql.js";
import type { Wanted } from "./network-view.js";

export const partnerTypes = [
  "A",
  "B",
  "C",
] as const satisfies readonly StakeholderType[];

export const networkViews = ["tabela", "obraz"] as const;

export type NetworkView = (typeof networkViews)[number];

type Word = "widok" | "wybrany" | "typ" | "q" | "uloz";

export function useNetworkAddress() {
  const [params, setParams] = useSearchParams();
  const types = params.get("typ")?.split("-");
  const wanted: Wanted = {
    types: types
      ? partnerTypes.filter((type) => types.includes(type))
      : partnerTypes,
    text: params.get("q") ?? "",
    sorting: params.get("uloz") ?? "umowa",
  };
  const view = networkViews.find((one) => one === params.get("widok"));
  return {
    wanted,
    /** null until somebody chooses. */
    view: view ?? null,
    selected: params.get("wybrany"),
    /** Changes one word of the address; an empty one leaves it. */
    go(word: Word, value: string | null) {
      setParams(
        (known) => {
          const next = new URLSearchParams(known);
          if (value) next.set(word, value);
          else next.delete(word);
          return next;
        },
        { replace: true, preventScrollReset: true },
      );
    },
    showEverybody() {
      setParams(
        (known) => {
          const next = new URLSearchParams(known);
          next.delete("typ");
          next.delete("q");
          return next;
        },
        { replace: true, preventScrollReset: true },
      );
    },
  };
}

export type NetworkAddress = ReturnType<typeof useNetworkAddress>;
