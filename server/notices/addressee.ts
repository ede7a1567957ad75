// Whom an organisation's letters reach: its contact person, or who stands in for her, at the address that it gave.
import type { Work } from "../events/index.js";
import { Letter } from "../letters/index.js";
import { personToReach } from "../partners/index.js";

type Standing = "ACTIVE" | "PROSPECT" | "INVITED" | "SUSPENDED";

/** Whoever has not left: agreements bind also who rests, or is in no network. */
export const NOT_GONE: readonly Standing[] = [
  "ACTIVE",
  "PROSPECT",
  "INVITED",
  "SUSPENDED",
];

export interface Addressee {
  readonly address: string;
  readonly partnerName: string;
  readonly centreName: string;
  /** The letter as it goes to whoever is here: its links are hers. */
  readonly letter: Letter;
}

/** Null where nobody has an address, or the organisation is no partner any more, or does not stand as told. */
export async function addresseeOf(
  work: Work,
  letter: Letter,
  standings: readonly Standing[] = ["ACTIVE"],
): Promise<Addressee | null> {
  const { partnerId, contactPersonId } = letter;
  if (!partnerId) return null;
  const [standing] = await work.rows<
    Pick<Addressee, "partnerName" | "centreName">
  >(
    `select o.name as "partnerName", c.name as "centreName"
     from partner o join centre c on c.id = o.centre_id
     where o.centre_id = $1 and o.id = $2 and o.status = any($3)`,
    [work.centreId, partnerId, standings],
  );
  const person = await personToReach(work, partnerId, contactPersonId);
  if (!standing || !person?.workEmail) return null;
  return {
    ...standing,
    address: person.workEmail,
    letter: Object.assign(new Letter(), letter, { contactPersonId: person.id }),
  };
}

/** Who is reached today; null where the organisation named nobody with an address. */
export async function contactOf(
  work: Work,
  partnerId: string,
): Promise<string | null> {
  return (await personToReach(work, partnerId))?.id ?? null;
}

/** Why it came, under each letter to a contact person. */
export function footerOf({ centreName, partnerName }: Addressee): string[] {
  return [
    `${centreName} – wiadomość ze Splotu, sieci usług społecznych.`,
    `Przyszła, bo ${partnerName} podaje ten adres jako kontakt. Linków nie trzeba nikomu przekazywać: działają tylko raz.`,
  ];
}
