// Which partners are looked for; it stands in the address, so that a list can be sent as a link.
import { useSearchParams } from "react-router";

import type {
  PartnerFilter,
  PartnerKind,
  PartnerStatus,
  StakeholderType,
} from "../graphql/generated/graphql.js";
import { partnerKinds } from "./choices.js";

/** What the hub looks after in its list. */
export const gaps = ["bez-zastepcy", "bez-kontaktu"] as const;

export const statuses = {
  obecni: null,
  aktywni: ["ACTIVE"],
  zaproszeni: ["PROSPECT", "INVITED"],
  zawieszeni: ["SUSPENDED"],
  dawni: ["FORMER"],
} as const satisfies Record<string, readonly PartnerStatus[] | null>;

const types = ["A", "B", "C"] as const satisfies readonly StakeholderType[];

type Word = "q" | "rodzaj" | "typ" | "stan" | "brakuje";

export interface WantedPartners {
  text: string;
  kind: PartnerKind | null;
  type: StakeholderType | null;
  status: keyof typeof statuses;
  gap: (typeof gaps)[number] | null;
}

function isStatus(word: string | null): word is keyof typeof statuses {
  return word !== null && word in statuses;
}

export function useWantedPartners() {
  const [params, setParams] = useSearchParams();
  const status = params.get("stan");
  const wanted: WantedPartners = {
    text: params.get("q") ?? "",
    kind: partnerKinds.find((one) => one === params.get("rodzaj")) ?? null,
    type: types.find((one) => one === params.get("typ")) ?? null,
    status: isStatus(status) ? status : "obecni",
    gap: gaps.find((one) => one === params.get("brakuje")) ?? null,
  };
  return {
    wanted,
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
    wantEverybody: () =>
      setParams({}, { replace: true, preventScrollReset: true }),
  };
}

export function filterOf(wanted: WantedPartners): PartnerFilter {
  const { text, kind, type, status, gap } = wanted;
  return {
    ...(text.trim() && { text }),
    ...(kind && { kinds: [kind] }),
    ...(type && { stakeholderTypes: [type] }),
    ...(statuses[status] && { statuses: [...statuses[status]] }),
    ...(gap === "bez-zastepcy" && { withoutDeputy: true }),
    ...(gap === "bez-kontaktu" && { withContactAlert: true }),
  };
}
