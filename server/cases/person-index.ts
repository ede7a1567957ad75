// The blind index of a person: tells that a case is of the same person, to nobody who has not the master key (domain K23).
import { Column, Entity, PrimaryColumn } from "typeorm";

import type { BlindIndex, Vault } from "../platform/vault.js";
import type { CaseIdentity } from "./case-identity.js";

@Entity({ name: "case_person" })
export class PersonIndex {
  @PrimaryColumn({ type: "uuid" })
  centreId!: string;

  @PrimaryColumn({ type: "uuid" })
  caseId!: string;

  @Column({ type: "text" })
  masterKeyId!: string;

  /** Of surname, first name and year of birth. */
  @Column({ type: "bytea" })
  byYear!: Buffer;

  /** With the day of birth; null where only the year is known. */
  @Column({ type: "bytea", nullable: true })
  byDate!: Buffer | null;
}

/** The words of a name, the same however it is spelled: without case, Polish signs, hyphens and apostrophes. */
export function wordsOf(name: string): string[] {
  return (
    name
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      // the one Polish letter that is not a letter and a sign
      .replaceAll("ł", "l")
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== "")
  );
}

/** What tells one person from others; null where too little is known of her. */
function person({ name, surname, born }: CaseIdentity) {
  const [first] = wordsOf(name);
  // a double surname has no order
  const last = wordsOf(surname ?? "").sort();
  return first && last.length > 0 && born ? { first, last, born } : null;
}

const YEAR_LETTERS = 4;

/** What is hashed for the index, in one centre: nobody can be followed from one to another. */
function texts(
  centreId: string,
  identity: CaseIdentity,
): { byYear: string; byDate: string | null } | null {
  const known = person(identity);
  if (!known) return null;
  const { first, last, born } = known;
  const text = (when: string) =>
    JSON.stringify(["person", centreId, first, last, when]);
  return {
    byYear: text(born.slice(0, YEAR_LETTERS)),
    byDate: born.length > YEAR_LETTERS ? text(born) : null,
  };
}

export type PersonToken = Pick<
  PersonIndex,
  "masterKeyId" | "byYear" | "byDate"
>;

function tokenOf(byYear: BlindIndex, byDate: BlindIndex | undefined) {
  return {
    masterKeyId: byYear.masterKeyId,
    byYear: byYear.index,
    byDate: byDate?.index ?? null,
  } satisfies PersonToken;
}

/** What is kept of her, under the current master key. */
export function keptToken(
  vault: Vault,
  centreId: string,
  identity: CaseIdentity,
): PersonToken | null {
  const known = texts(centreId, identity);
  return (
    known &&
    tokenOf(
      vault.index(known.byYear),
      known.byDate ? vault.index(known.byDate) : undefined,
    )
  );
}

/** What is looked for, under each master key that is known; empty where too little is known of her. */
export function soughtTokens(
  vault: Vault,
  centreId: string,
  identity: CaseIdentity,
): PersonToken[] {
  const known = texts(centreId, identity);
  if (!known) return [];
  const byDate = known.byDate ? vault.indexes(known.byDate) : [];
  return vault
    .indexes(known.byYear)
    .map((byYear, nth) => tokenOf(byYear, byDate[nth]));
}
