// Which partners are looked for; it stands in the address, so that a list can be sent as a link.
import { useAddressWords } from "../app/use-address-words.js";
import type {
  PartnerFilter,
  PartnerKind,
  PartnerStatus,
  StakeholderType,
} from "../graphql/generated/graphql.js";
import { partnerKinds } from "./choices.js";

/** What the hub looks after in its list. */
export const gaps = ["bez-zastepcy", "bez-kontaktu"] as const;

export const wantedStatuses = [
  "obecni",
  "aktywni",
  "zaproszeni",
  "zawieszeni",
  "dawni",
] as const;

type WantedStatus = (typeof wantedStatuses)[number];

const statuses = {
  obecni: null,
  aktywni: ["ACTIVE"],
  zaproszeni: ["PROSPECT", "INVITED"],
  zawieszeni: ["SUSPENDED"],
  dawni: ["FORMER"],
} as const satisfies Record<WantedStatus, readonly PartnerStatus[] | null>;

const types = ["A", "B", "C"] as const satisfies readonly StakeholderType[];

type Word = "q" | "rodzaj" | "typ" | "stan" | "brakuje";

export interface WantedPartners {
  text: string;
  kind: PartnerKind | null;
  type: StakeholderType | null;
  status: WantedStatus;
  gap: (typeof gaps)[number] | null;
}

export function useWantedPartners() {
  const { wordOf, want, wantEverything } = useAddressWords<Word>();
  const wanted: WantedPartners = {
    text: wordOf("q") ?? "",
    kind: partnerKinds.find((one) => one === wordOf("rodzaj")) ?? null,
    type: types.find((one) => one === wordOf("typ")) ?? null,
    status: wantedStatuses.find((one) => one === wordOf("stan")) ?? "obecni",
    gap: gaps.find((one) => one === wordOf("brakuje")) ?? null,
  };
  return { wanted, want, wantEverything };
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
