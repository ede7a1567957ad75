// Which resources are looked for; it stands in the address, so that a list can be sent as a link.
import { useSearchParams } from "react-router";

import type {
  ResourceFilter,
  ResourceKind,
} from "../graphql/generated/graphql.js";
import { resourceKinds } from "./choices.js";

type Word = "q" | "rodzaj" | "pokaz";

export interface WantedResources {
  text: string;
  kind: ResourceKind | null;
  shown: "all" | "lendable" | "own";
}

const SHOWN = { "do-pozyczenia": "lendable", nasze: "own" } as const;

export const shownWords = ["", "do-pozyczenia", "nasze"] as const;

export function useWantedResources() {
  const [params, setParams] = useSearchParams();
  const shown = params.get("pokaz");
  const wanted: WantedResources = {
    text: params.get("q") ?? "",
    kind: resourceKinds.find((one) => one === params.get("rodzaj")) ?? null,
    shown:
      shown === "do-pozyczenia" || shown === "nasze" ? SHOWN[shown] : "all",
  };
  return {
    wanted,
    shown: shown ?? "",
    /** Changes one word of the address; an empty one leaves it. */
    want(word: Word, value: string) {
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
    wantAll: () => setParams({}, { replace: true, preventScrollReset: true }),
  };
}

export function filterOf(
  { text, kind, shown }: WantedResources,
  partnerId: string,
): ResourceFilter {
  return {
    ...(text.trim() && { text }),
    ...(kind && { kinds: [kind] }),
    ...(shown === "lendable" && { lendable: true }),
    ...(shown === "own" && { partnerId }),
  };
}
