// Whom a letter to an account reaches: whoever still has the duty that it is about, in the language of her choice.
import type { Work } from "../events/index.js";
import type { Role } from "../identity/index.js";
import type { Letter } from "../letters/index.js";
import type { Language, Say, Words } from "../platform/graphql/words.js";
import { speaking } from "../platform/graphql/words.js";

export interface AccountHolder {
  readonly address: string;
  readonly language: Language;
  readonly say: Say;
  /** Why it came, under the letter. */
  readonly footer: string[];
}

/** @param partnerId where the duty is; null: anywhere in the centre */
export async function holderOf(
  work: Work,
  { accountId }: Letter,
  role: Role,
  partnerId: string | null,
): Promise<AccountHolder | null> {
  const [found] = await work.rows<{
    email: string;
    language: Language;
    centre: string;
    partner: string;
  }>(
    `select a.email, a.language, c.name as centre, p.name as partner
     from account a join assignment g on g.account_id = a.id and g.centre_id = $1 and g.ended_at is null and g.locked_at is null
     join partner p on p.centre_id = g.centre_id and p.id = g.partner_id
     join centre c on c.id = g.centre_id
     where a.id = $2 and a.status = 'ACTIVE' and $3 = any(g.roles) and ($4::uuid is null or g.partner_id = $4)
     limit 1`,
    [work.centreId, accountId, role, partnerId],
  );
  if (!found) return null;
  const say = speaking(found.language);
  const why: Words =
    role === "OUS"
      ? {
          pl: `Przyszła, bo prowadzisz sieć partnerów: ${found.partner}.`,
          en: `It came because you keep the network of partners: ${found.partner}.`,
        }
      : role === "PARTNER_ADMIN" || role === "DIRECTOR"
        ? {
            pl: `Przyszła, bo odpowiadasz za umowy: ${found.partner}.`,
            en: `It came because you answer for agreements: ${found.partner}.`,
          }
        : role === "IOD"
          ? {
              pl: `Przyszła, bo dbasz o ochronę danych: ${found.partner}.`,
              en: `It came because you look after data protection: ${found.partner}.`,
            }
          : {
              pl: `Przyszła, bo zajmujesz się skierowaniami: ${found.partner}.`,
              en: `It came because you work on referrals: ${found.partner}.`,
            };
  return {
    address: found.email,
    language: found.language,
    say,
    footer: [
      say({
        pl: `${found.centre} – wiadomość ze Splotu, sieci usług społecznych.`,
        en: `${found.centre} – a message from Splot, the network of social services.`,
      }),
      say(why),
    ],
  };
}
