// Whom an organisation's letters reach: its contact person, at the address that it gave, while both are here.
import type { Work } from "../events/index.js";
import type { Letter } from "../letters/index.js";

export interface Addressee {
  readonly address: string;
  readonly partnerName: string;
  readonly centreName: string;
}

/** Null where she has left, has no address, or the organisation is no partner any more. */
export async function addresseeOf(
  work: Work,
  { contactPersonId, partnerId }: Letter,
): Promise<Addressee | null> {
  const [found] = await work.rows<Addressee>(
    `select p.work_email as address, o.name as "partnerName", c.name as "centreName"
     from contact_person p
     join partner o on o.centre_id = p.centre_id and o.id = p.partner_id and o.status = 'ACTIVE'
     join centre c on c.id = p.centre_id
     where p.centre_id = $1 and p.id = $2 and p.partner_id = $3 and p.active and p.work_email is not null`,
    [work.centreId, contactPersonId, partnerId],
  );
  return found ?? null;
}

/** The primary contact person with an address; null where the organisation named none. */
export async function contactOf(
  work: Work,
  partnerId: string,
): Promise<string | null> {
  const [found] = await work.rows<{ id: string }>(
    `select id from contact_person
     where centre_id = $1 and partner_id = $2 and active and work_email is not null
     order by is_primary desc, created_at, id limit 1`,
    [work.centreId, partnerId],
  );
  return found?.id ?? null;
}

/** Why it came, under each letter to a contact person. */
export function footerOf({ centreName, partnerName }: Addressee): string[] {
  return [
    `${centreName} – wiadomość ze Splotu, sieci usług społecznych.`,
    `Przyszła, bo ${partnerName} podaje ten adres jako kontakt. Linków nie trzeba nikomu przekazywać: działają tylko raz.`,
  ];
}
