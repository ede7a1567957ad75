// A network as the table and the picture read it: its address, what is shown, in which order.
import { foldWords } from "../design/fold-words.js";
import type {
  AgreementStatus,
  NetworkOnPageFragment,
  StakeholderType,
} from "../graphql/generated/graphql.js";

export type Network = NetworkOnPageFragment;
export type Member = Network["graph"]["nodes"][number];
export type Tie = Network["graph"]["edges"][number];

/** How firm the ground under the tie is: the nearer to the hub, the firmer. */
export type Ground = "inForce" | "underway" | "ended" | "none";

const grounds: Record<AgreementStatus, Ground> = {
  DRAFT: "underway",
  IN_NEGOTIATION: "underway",
  AGREED: "underway",
  SIGNED: "underway",
  ACTIVE: "inForce",
  SUSPENDED: "ended",
  EXPIRED: "ended",
  TERMINATED: "ended",
  WITHDRAWN: "ended",
  REJECTED: "ended",
};

export function groundOf({ agreementStatus }: Member): Ground {
  return agreementStatus ? grounds[agreementStatus] : "none";
}

/** The word of a partner in the address: its short code, readable and no secret. */
export function wordOf({ partner }: Member): string {
  return partner.code ?? partner.id;
}

/** Longer ones would lie over their neighbours. */
const LONGEST_SIGN = 5;

/** The short sign of a partner in the picture: its code, else its initials. */
export function signOf({ partner }: Member): string {
  if (partner.code) return partner.code;
  const words = partner.shortName.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = partner.shortName] = words;
  const isOne = words.length <= 1;
  if (isOne && first.length <= LONGEST_SIGN) return first;
  const letters = isOne
    ? first.slice(0, 3)
    : words
        .map((word) => word.charAt(0))
        .join("")
        .slice(0, LONGEST_SIGN);
  return letters.toLocaleUpperCase("pl");
}

export interface Wanted {
  types: readonly StakeholderType[];
  text: string;
  sorting: string;
}

export function isWanted(member: Member, { types, text }: Wanted): boolean {
  const { partner, stakeholderType } = member;
  if (stakeholderType && !types.includes(stakeholderType)) return false;
  const hay = foldWords(`${partner.name} ${partner.code ?? ""}`);
  return foldWords(text)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

const collator = new Intl.Collator("pl");
const groundOrder: readonly Ground[] = ["ended", "none", "underway", "inForce"];

/** A count by which somebody could be recognised; it is told as "<5". */
export function isFew(count: number): boolean {
  return count > 0 && count < 5;
}

/** Who may not count them gets no count at all; else one that is missing is 1 to 4. */
export function countsOpenReferrals(members: readonly Member[]): boolean {
  return members.some(({ openReferrals }) => openReferrals !== null);
}

/** "<5" stands between 0 and 5. */
const masked = 0.5;

const measures: Record<string, (member: Member) => number> = {
  umowa: (member) => groundOrder.indexOf(groundOf(member)),
  uslugi: ({ services }) => services,
  skierowania: ({ openReferrals }) =>
    openReferrals === null || isFew(openReferrals) ? masked : openReferrals,
  oferta: ({ offerStale }) => (offerStale ? 0 : 1),
};

const words: Record<string, (member: Member) => string> = {
  typ: ({ stakeholderType }) => stakeholderType ?? "",
  sektor: ({ partner }) => partner.sector,
};

/** The weakest ties first in "umowa", the soonest end first among equals. */
export function inOrder(members: readonly Member[], sorting: string): Member[] {
  const column = sorting.replace("-", "");
  const direction = sorting.startsWith("-") ? -1 : 1;
  const measure = measures[column];
  const word = words[column];
  return members.toSorted((one, other) => {
    const byColumn = measure
      ? measure(one) - measure(other)
      : word
        ? collator.compare(word(one), word(other))
        : collator.compare(one.partner.name, other.partner.name);
    const byEnd =
      column === "umowa" ? collator.compare(endOf(one), endOf(other)) : 0;
    return (
      direction * (byColumn || byEnd) ||
      collator.compare(one.partner.name, other.partner.name)
    );
  });
}

function endOf({ agreementUntil }: Member): string {
  return agreementUntil ?? "9999";
}

/** Each pair of organisations once: whether an agreement ties them, and how many referrals went between them. */
export interface Bond {
  ends: readonly [string, string];
  hasAgreement: boolean;
  /** null: 1 to 4, which are not told; 0: none. */
  referrals: number | null;
}

export function bondsOf(ties: readonly Tie[]): Bond[] {
  const bonds = new Map<string, Bond>();
  for (const { from, to, kind, weight } of ties) {
    const ends: [string, string] = from < to ? [from, to] : [to, from];
    const key = ends.join(" ");
    const known = bonds.get(key) ?? { ends, hasAgreement: false, referrals: 0 };
    const referrals =
      kind !== "REFERRALS"
        ? known.referrals
        : known.referrals === 0
          ? weight
          : // an unknown part makes the whole unknown only while it is small
            (known.referrals ?? 0) + (weight ?? 0) || null;
    bonds.set(key, {
      ends,
      referrals,
      hasAgreement: known.hasAgreement || kind === "AGREEMENT",
    });
  }
  return [...bonds.values()];
}
