// An organisation is asked whether its free places are still true, with a link that answers for all of them.
import type { Work } from "../events/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { addresseeOf, footerOf } from "./addressee.js";
import { makeLink } from "./make-link.js";

export const CONFIRM_PLACES = "confirm-places";

const DAY = 86_400_000;

/** So long the link of such a mail works. */
const DAYS_TO_CONFIRM = 7;

export async function composeConfirmation(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const addressee = await addresseeOf(work, letter);
  if (!addressee) return null;
  const [offer] = await work.rows<{ services: number }>(
    `select count(*)::integer as services from service s
     join capacity c on c.centre_id = s.centre_id and c.service_id = s.id
     where s.centre_id = $1 and s.partner_id = $2 and s.status = 'ACTIVE' and not c.suspended`,
    [work.centreId, letter.partnerId],
  );
  if (!offer?.services) return null;
  return {
    to: addressee.address,
    language: "pl",
    subject: "Czy wolne miejsca są aktualne?",
    paragraphs: [
      "Dzień dobry,",
      "sprawdź, proszę, liczby wolnych miejsc. Jeśli nic się nie zmieniło, wystarczy jedno dotknięcie, bez logowania:",
    ],
    actions: [
      {
        label: "Zobacz i potwierdź",
        path: await linkToConfirm(work, addressee.letter),
      },
    ],
    footer: footerOf(addressee),
  };
}

/** @returns the path of the link by which all places of the organisation are confirmed */
export function linkToConfirm(work: Work, letter: Letter): Promise<string> {
  return makeLink(work, letter, {
    kind: "CONFIRM_PLACES",
    referralId: null,
    expiresAt: new Date(work.now.getTime() + DAYS_TO_CONFIRM * DAY),
  });
}
