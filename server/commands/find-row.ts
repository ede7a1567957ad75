// How the operator names an organisation or an account: by code, id, name or e-mail, and told when it is not one.
import type { Work } from "../events/index.js";
import { Account, Assignment } from "../identity/index.js";
import { Partner } from "../partners/index.js";
import { CommandRefused } from "./counter.js";

export async function allPartners(work: Work): Promise<Partner[]> {
  return work.manager.getRepository(Partner).find({
    where: { centreId: work.centreId },
    order: { name: "ASC", id: "ASC" },
  });
}

function folded(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

export async function findPartner(work: Work, named: string): Promise<Partner> {
  const partners = await allPartners(work);
  const wanted = folded(named);
  const exact = partners.filter((partner) =>
    [partner.id, partner.code, partner.name, partner.shortName].some(
      (name) => name !== null && folded(name) === wanted,
    ),
  );
  const found =
    exact.length > 0
      ? exact
      : partners.filter((partner) => folded(partner.name).includes(wanted));
  const [only, another] = found;
  if (only && !another) return only;
  throw new CommandRefused(
    only
      ? `"${named}" fits ${String(found.length)} organisations; take the id of one:\n${lines(found)}`
      : `No organisation of this centre is called "${named}".`,
  );
}

function lines(partners: readonly Partner[]): string {
  return partners
    .slice(0, 12)
    .map(
      ({ id, name, address }) => `  ${id}  ${name}, ${address ?? "no address"}`,
    )
    .join("\n");
}

export async function hubOf(work: Work): Promise<string> {
  const [centre] = await work.rows<{ hub_partner_id: string | null }>(
    `select hub_partner_id from centre where id = $1`,
    [work.centreId],
  );
  if (centre?.hub_partner_id) return centre.hub_partner_id;
  throw new CommandRefused(
    "This centre was not made to the end; run make again with the same slug.",
  );
}

/** Accounts of the centre only: whoever acts elsewhere is not this centre's to touch. */
export async function findAccount(work: Work, email: string): Promise<Account> {
  const account = await work.manager
    .getRepository(Account)
    .findOneBy({ email: email.toLowerCase() });
  const assignments = account
    ? await work.manager
        .getRepository(Assignment)
        .countBy({ centreId: work.centreId, accountId: account.id })
    : 0;
  if (account && assignments > 0) return account;
  throw new CommandRefused(`This centre has no account "${email}".`);
}
