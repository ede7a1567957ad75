// Whether an organisation is known already: what cannot be twice, and what only looks like it (domain 2.2).
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { Partner } from "./partner.js";

export interface Numbers {
  nip: string | null;
  regon: string | null;
  krs: string | null;
}

interface Given extends Numbers {
  /** Of one that is in the register: not like itself. */
  id: string | null;
  /** Null: its name was looked at before. */
  name: string | null;
}

/** In the order in which they are asked for, so that of two at once the second finds the first. */
export async function lockNumbers(
  work: Work,
  { nip, regon, krs }: Numbers,
): Promise<void> {
  for (const number of [regon?.slice(0, 9), krs, nip])
    if (number) await work.alone(`register ${work.centreId} ${number}`);
}

/**
 * The same REGON is the same organisation. So is the same KRS, but of units that long REGONs tell apart.
 * @returns which of the numbers is taken
 */
export async function takenNumber(
  work: Work,
  { id, regon, krs }: Given,
): Promise<"regon" | "krs" | null> {
  const [found] = await work.rows<{ regon: boolean; krs: boolean }>(
    `select bool_or(regon = $3) as regon,
       bool_or(krs = $4 and not (coalesce(length(regon), 0) = 14 and coalesce(length($3), 0) = 14)) as krs
     from partner where centre_id = $1 and status <> 'FORMER' and ($2::uuid is null or id <> $2)
       and (regon = $3 or krs = $4)`,
    [work.centreId, id, regon, krs],
  );
  if (found?.regon) return "regon";
  return found?.krs ? "krs" : null;
}

/** What is left of a name without brackets, quotes and the words of its legal form; null: nothing. */
const bare = (name: string) =>
  `nullif(trim(regexp_replace(regexp_replace(regexp_replace(folded(${name}), '\\([^)]*\\)', ' ', 'g'),
     '[^[:alnum:]]+', ' ', 'g'),
     '\\m(fundacja|stowarzyszenie|spoldzielnia( socjalna)?|spolka( z o o| z ograniczona odpowiedzialnoscia)?|sp z o o|non profit|opp)\\M', ' ', 'g')), '')`;

/** By tax number (a municipality shares it with its units), by the legal person of a unit, by name; at most five. */
export async function lookAlikes(
  work: Work,
  { id, name, nip, regon, krs }: Given,
): Promise<Partner[]> {
  const found = await work.rows<{ id: string }>(
    `select id from partner where centre_id = $1 and status <> 'FORMER' and ($2::uuid is null or id <> $2)
       and (nip = $3 or left(regon, 9) = left($4, 9) or krs = $5 or similarity(folded(name), folded($6)) > 0.7
         or similarity(${bare("name")}, ${bare("$6")}) > 0.8)
     order by (nip = $3 or left(regon, 9) = left($4, 9) or krs = $5) desc nulls last,
       similarity(folded(name), folded(coalesce($6, ''))) desc, id limit 5`,
    [work.centreId, id, nip, regon, krs, name],
  );
  return work.manager
    .getRepository(Partner)
    .findBy({ centreId: work.centreId, id: In(found.map((one) => one.id)) });
}
