// What the board is asked to show; it stands in the address, so a view can be sent as a link.
import { useAddressWords } from "../app/use-address-words.js";
import { areas } from "../design/areas.js";
import { forms, groups, spheres } from "../design/service-kinds.js";
import { views, type Wanted } from "./service-view.js";

type Word = "widok" | "obszar" | "grupa" | "forma" | "sfera" | "q" | "uloz";

/** Until somebody chooses: what was confirmed longest ago stands first where age is the matter. */
const firstOrder: Partial<Record<string, string>> = {
  nieswieze: "potwierdzone",
  "wolne-mimo-kolejki": "-czeka",
};

export function useWanted() {
  const { wordOf, ...address } = useAddressWords<Word>();
  const view = views.find((one) => one === wordOf("widok")) ?? "wszystkie";
  const wanted: Wanted = {
    view,
    area: areas.find((one) => one === wordOf("obszar")) ?? null,
    group: groups.find((one) => one === wordOf("grupa")) ?? null,
    form: forms.find((one) => one === wordOf("forma")) ?? null,
    sphere: spheres.find((one) => one === wordOf("sfera")) ?? null,
    text: wordOf("q") ?? "",
    sorting: wordOf("uloz") ?? firstOrder[view] ?? "nazwa",
  };
  return { wanted, ...address };
}
