// Which resources are looked for; it stands in the address, so that a list can be sent as a link.
import { useAddressWords } from "../app/use-address-words.js";
import type {
  ResourceFilter,
  ResourceKind,
} from "../graphql/generated/graphql.js";
import { resourceKinds } from "./choices.js";

type Word = "q" | "rodzaj" | "pokaz";

export const shownWords = ["do-pozyczenia", "nasze"] as const;

export interface WantedResources {
  text: string;
  kind: ResourceKind | null;
  /** Nothing: all of them. */
  shown: (typeof shownWords)[number] | null;
}

export function useWantedResources() {
  const { wordOf, want, wantEverything } = useAddressWords<Word>();
  const wanted: WantedResources = {
    text: wordOf("q") ?? "",
    kind: resourceKinds.find((one) => one === wordOf("rodzaj")) ?? null,
    shown: shownWords.find((one) => one === wordOf("pokaz")) ?? null,
  };
  return { wanted, want, wantEverything };
}

export function filterOf(
  { text, kind, shown }: WantedResources,
  partnerId: string,
): ResourceFilter {
  return {
    ...(text.trim() && { text }),
    ...(kind && { kinds: [kind] }),
    ...(shown === "do-pozyczenia" && { lendable: true }),
    ...(shown === "nasze" && { partnerId }),
  };
}
