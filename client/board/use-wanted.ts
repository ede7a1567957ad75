// What the board is asked to show; it stands in the address, so a view can be sent as a link.
import { useSearchParams } from "react-router";

import { areas } from "../design/areas.js";
import { views, type Wanted } from "./service-view.js";

type Word = "widok" | "obszar" | "q" | "uloz";

/** Until somebody chooses: what was confirmed longest ago stands first where age is the matter. */
const firstOrder: Partial<Record<string, string>> = {
  nieswieze: "potwierdzone",
  "wolne-mimo-kolejki": "-czeka",
};

export function useWanted() {
  const [params, setParams] = useSearchParams();
  const view = views.find((one) => one === params.get("widok")) ?? "wszystkie";
  const wanted: Wanted = {
    view,
    area: areas.find((one) => one === params.get("obszar")) ?? null,
    text: params.get("q") ?? "",
    sorting: params.get("uloz") ?? firstOrder[view] ?? "nazwa",
  };

  /** The query with one word changed; an empty word leaves it. */
  function withWord(word: Word, value: string): URLSearchParams {
    const next = new URLSearchParams(params);
    if (value) next.set(word, value);
    else next.delete(word);
    return next;
  }

  return {
    wanted,
    hrefWith: (word: Word, value: string) => `?${withWord(word, value)}`,
    want: (word: Word, value: string) =>
      setParams(withWord(word, value), {
        replace: true,
        preventScrollReset: true,
      }),
    wantEverything: () =>
      setParams({}, { replace: true, preventScrollReset: true }),
  };
}
