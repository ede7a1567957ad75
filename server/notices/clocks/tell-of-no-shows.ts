// Somebody did not come, and the coordinator does not say what becomes of the place: after three working days the organisers ask her (domain 1.10).
import type { NewEvent, Work } from "../../events/index.js";
import type { Composed, Letter } from "../../letters/index.js";
import { nextWorkingDayAt, writeLetters } from "../../letters/index.js";
import { localDate } from "../../platform/calendar.js";
import { missedUntil, undecidedFrom } from "../../referrals/index.js";
import { holderOf } from "../account-holder.js";
import {
  COUNTED,
  type Counted,
  listed,
  MOST_LISTED,
} from "../referral-words.js";
import { organisers } from "../tell-of-missing-contacts.js";

export const NO_SHOW_UNANSWERED = "no-show-unanswered";

/** Local time, of the next working day. */
const HOUR = 8;

/** In SQL, of an appointment p: the last one was missed, and what becomes of the place is not said. */
export const UNANSWERED = `p.state = 'DID_NOT_COME' and p.answer is null
  and not exists (select from appointment l where l.centre_id = p.centre_id and l.referral_id = p.referral_id and l.number > p.number)`;

/** Written now, goes out in the morning after her time is over, and names what is unanswered still. */
export async function askAboutNoShow(
  work: Work,
  { subjectId }: NewEvent,
): Promise<void> {
  await work.inSystemsName(async () => {
    const open = await work.rows(
      `select from appointment p where p.centre_id = $1 and p.referral_id = $2 and ${UNANSWERED}`,
      [work.centreId, subjectId],
    );
    if (open.length === 0) return;
    const sendAt = nextWorkingDayAt(HOUR, undecidedFrom(work.now));
    const accounts = await organisers(work);
    await writeLetters(
      work,
      accounts.map((accountId) => ({
        ...{ kind: NO_SHOW_UNANSWERED, accountId, sendAt },
        key: [NO_SHOW_UNANSWERED, accountId, localDate(sendAt)].join(":"),
      })),
    );
  });
}

/** Numbers alone; nothing where all was answered meanwhile. */
export async function composeUnanswered(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const holder = await holderOf(work, letter, "OUS", null);
  if (!holder) return null;
  const open = await work.rows<Counted & { number: string }>(
    `select r.number, ${COUNTED} from undecided_places($2) u
     join referral r on r.centre_id = $1 and r.id = u.referral_id
     order by r.number limit ${String(MOST_LISTED)}`,
    [work.centreId, missedUntil(work.now)],
  );
  const [first] = open;
  if (!first) return null;
  const { say, address, language, footer } = holder;
  const count = String(first.ofAll);
  return {
    to: address,
    language,
    subject: say({
      pl: `Miejsca, o których nikt nie zdecydował: ${count}`,
      en: `Places that nobody has decided about: ${count}`,
    }),
    paragraphs: [
      say({ pl: "Dzień dobry,", en: "Hello," }),
      say({
        pl: "pierwsze spotkanie się nie odbyło, a od trzech dni roboczych nikt nie zdecydował, co z miejscem. Zapytaj osoby, które kierowały; kto to, zobaczysz na Ofercie teraz:",
        en: "the first meeting did not take place, and for three working days nobody has decided what becomes of the place. Ask those who referred; the board says who they are:",
      }),
      listed(open, ({ number }) => number, say),
    ],
    actions: [
      {
        label: say({ pl: "Otwórz Ofertę teraz", en: "Open the board" }),
        path: "/oferta-teraz",
      },
    ],
    footer,
  };
}
