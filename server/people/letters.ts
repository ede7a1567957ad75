// How letters about accounts are worded: an invitation, the link for a new password, and the news that it was set.
import type { Work } from "../events/index.js";
import { Account } from "../identity/index.js";
import type { Composed, Letter } from "../letters/index.js";
import { composes } from "../letters/index.js";
import { localDate, timeOfDay, wordsOfDay } from "../platform/calendar.js";
import type { Language } from "../platform/graphql/words.js";
import { speaking } from "../platform/graphql/words.js";
import { Invitation } from "./invitation.js";
import { PasswordReset } from "./password-reset.js";
import { roleWords } from "./role-words.js";
import { isStillGiven } from "./still-given.js";

const greeting = { pl: "Dzień dobry,", en: "Hello," };

const whatSplotIs = {
  pl: "Splot to miejsce, w którym centrum usług społecznych i organizacje widzą nawzajem wolne miejsca w usługach i przekazują sobie skierowania.",
  en: "Splot is where a social-services centre and organisations see each other's free places and pass referrals on.",
};

async function composeInvitation(
  work: Work,
  { subjectId }: Letter,
): Promise<Composed | null> {
  if (!subjectId) return null;
  const { centreId, now } = work;
  const invitations = work.manager.getRepository(Invitation);
  const invitation = await invitations.findOneBy({ centreId, id: subjectId });
  if (!invitation?.email || invitation.stateAt(now) !== "OPEN") return null;
  // its link would open nothing
  if (!(await isStillGiven(work, invitation))) return null;
  const [names] = await work.rows<{
    centre: string;
    partner: string;
    host: string;
    language: Language | null;
  }>(
    `select c.name as centre, p.name as partner, h.name as host,
       (select language from account where email = $4) as language
     from centre c join partner p on p.centre_id = c.id and p.id = $2
     join partner h on h.centre_id = c.id and h.id = $3 where c.id = $1`,
    [centreId, invitation.partnerId, invitation.invitedFrom, invitation.email],
  );
  if (!names) return null;
  const language = names.language ?? "pl";
  const say = speaking(language);
  const until = wordsOfDay(localDate(invitation.expiresAt));
  const duty = say(roleWords[invitation.invitedAs]);
  const duties = invitation.roles.map((role) => say(roleWords[role]));
  return {
    to: invitation.email,
    language,
    subject: say({
      pl: `Zaproszenie do Splotu: ${names.partner}`,
      en: `Invitation to Splot: ${names.partner}`,
    }),
    paragraphs: [
      say(greeting),
      say({
        pl: `${names.centre} zaprasza do Splotu. Organizacja: ${names.partner}. Obowiązki: ${duties.join(", ")}.`,
        en: `${names.centre} invites you to Splot. Organisation: ${names.partner}. Duties: ${duties.join(", ")}.`,
      }),
      say({
        pl: `Zaproszenie wysyła: ${duty}, ${names.host}.`,
        en: `Sent by: ${duty}, ${names.host}.`,
      }),
      say(whatSplotIs),
      say({
        pl: `Zaproszenie jest ważne do ${until.pl}. Jeśli to pomyłka, nic nie rób: bez Twojej zgody nic się nie stanie.`,
        en: `The invitation holds until ${until.en}. If this is a mistake, do nothing: without your consent nothing happens.`,
      }),
    ],
    actions: [
      {
        label: say({ pl: "Zobacz zaproszenie", en: "See the invitation" }),
        path: `/zaproszenie/${work.keys.tokenOf("account-link", subjectId)}`,
      },
    ],
    whenSent: async (sending) => {
      await sending.manager
        .getRepository(Invitation)
        .update({ centreId, id: subjectId }, { mailedAt: sending.now });
    },
  };
}

/** Of an account that is not locked; words in the language that she has chosen. */
async function recipient(
  work: Work,
  { accountId }: Letter,
): Promise<Account | null> {
  if (!accountId) return null;
  return work.manager
    .getRepository(Account)
    .findOneBy({ id: accountId, status: "ACTIVE" });
}

async function composeReset(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const account = await recipient(work, letter);
  const { subjectId } = letter;
  if (!account || !subjectId) return null;
  const reset = await work.manager
    .getRepository(PasswordReset)
    .findOneBy({ id: subjectId, accountId: account.id });
  if (reset?.stateAt(work.now) !== "OPEN") return null;
  const { language, email } = account;
  const say = speaking(language);
  const until = timeOfDay(reset.expiresAt);
  return {
    to: email,
    language,
    subject: say({
      pl: "Nowe hasło do Splotu",
      en: "A new password for Splot",
    }),
    paragraphs: [
      say(greeting),
      say({
        pl: "ktoś poprosił o nowe hasło do konta w Splocie z tym adresem.",
        en: "somebody asked for a new password for the Splot account with this address.",
      }),
      say({
        pl: `Link działa raz, do godziny ${until}. Jeśli to nie Ty, nic nie rób: hasło zostaje takie, jakie jest.`,
        en: `The link works once, until ${until}. If it was not you, do nothing: the password stays as it is.`,
      }),
    ],
    actions: [
      {
        label: say({ pl: "Ustaw nowe hasło", en: "Set a new password" }),
        path: `/logowanie/link/${work.keys.tokenOf("account-link", subjectId)}`,
      },
    ],
  };
}

async function composeChanged(
  work: Work,
  letter: Letter,
): Promise<Composed | null> {
  const account = await recipient(work, letter);
  if (!account) return null;
  const { language, email } = account;
  const say = speaking(language);
  return {
    to: email,
    language,
    subject: say({
      pl: "Hasło do Splotu jest zmienione",
      en: "Your password for Splot was changed",
    }),
    paragraphs: [
      say(greeting),
      say({
        pl: "hasło do Twojego konta w Splocie zostało właśnie ustawione na nowo, a wszystkie urządzenia wylogowane.",
        en: "the password of your Splot account was just set anew, and all devices were signed out.",
      }),
      say({
        pl: "Jeśli to nie Ty, od razu ustaw nowe hasło i powiedz o tym w swojej organizacji albo w CUS.",
        en: "If it was not you, set a new password at once and tell your organisation or the centre.",
      }),
    ],
    actions: [
      {
        label: say({ pl: "Poproś o nowe hasło", en: "Ask for a new password" }),
        path: "/logowanie/link",
      },
    ],
  };
}

composes("invitation", composeInvitation);
composes("password-reset", composeReset);
composes("password-changed", composeChanged);
