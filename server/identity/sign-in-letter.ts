// The letter that tells the owner of an account that there is another way in, or one less: it may not have been her.
import type { Work } from "../events/index.js";
import { transact } from "../events/index.js";
import type { Composed } from "../letters/index.js";
import { composes, writeLetter } from "../letters/index.js";
import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import type { Words } from "../platform/graphql/words.js";
import { speaking } from "../platform/graphql/words.js";
import type { System } from "../platform/permission/actor.js";
import { Account } from "./account.js";
import { lastAssignment } from "./authenticate.reads.js";

const told = {
  "second-factor-set": {
    subject: {
      pl: "Splot: logowanie z kodem jest włączone",
      en: "Splot: signing in with a code is on",
    },
    what: {
      pl: "Na Twoim koncie w Splocie ustawiono drugi składnik logowania. Od teraz po haśle podajesz kod z aplikacji w telefonie.",
      en: "A second factor was set up for your account in Splot. From now on you enter a code from an app on your phone after the password.",
    },
  },
  "second-factor-removed": {
    subject: {
      pl: "Splot: logowanie z kodem jest wyłączone",
      en: "Splot: signing in with a code is off",
    },
    what: {
      pl: "Z Twojego konta w Splocie usunięto drugi składnik logowania. Stare kody już nie działają.",
      en: "The second factor of your account in Splot was removed. Old codes no longer work.",
    },
  },
  "second-factor-guessed": {
    subject: {
      pl: "Splot: ktoś próbuje odgadnąć Twój kod",
      en: "Splot: somebody tries to guess your code",
    },
    what: {
      pl: "Na Twoim koncie w Splocie ktoś wpisał zbyt wiele złych kodów drugiego składnika. O kod pytamy dopiero po dobrym haśle, więc ktoś zna Twoje hasło.",
      en: "Too many wrong codes of the second factor were entered for your account in Splot. The code is asked for only after the right password, so somebody knows your password.",
    },
  },
  "identity-linked": {
    subject: {
      pl: "Splot: nowy sposób logowania",
      en: "Splot: a new way to sign in",
    },
    what: {
      pl: "Twoje konto w Splocie połączono z zewnętrznym logowaniem. Od teraz można na nie wejść także tą drogą.",
      en: "Your account in Splot was linked to an external sign-in. From now on it can be entered that way too.",
    },
  },
} as const satisfies Record<string, Record<"subject" | "what", Words>>;

type SignInLetter = keyof typeof told;

const NOT_YOU: Words = {
  pl: "Jeśli to nie Ty, od razu zmień hasło i daj znać administratorowi w centrum usług społecznych.",
  en: "If this was not your doing, change your password at once and tell the administrator at the centre.",
};

/** In the centre where the account worked last: whoever tries codes may not be in yet. */
export async function tellOfGuesses(
  { dataSource, now, say, keys, committed }: Context,
  accountId: string,
): Promise<void> {
  const assignment = await inTransaction(
    dataSource,
    { kind: "authentication", accountId },
    (manager) => lastAssignment(manager, accountId),
  );
  if (!assignment) return;
  const actor: System = { kind: "system", centreId: assignment.centre_id };
  await transact({ dataSource, actor, now, say, keys, committed }, (work) =>
    writeSignInLetter(work, accountId, "second-factor-guessed"),
  );
}

export async function writeSignInLetter(
  work: Work,
  accountId: string,
  kind: SignInLetter,
): Promise<void> {
  await writeLetter(work, { kind, accountId });
}

for (const [kind, { subject, what }] of Object.entries(told))
  composes(kind, async (work, { accountId }): Promise<Composed | null> => {
    const account = accountId
      ? await work.manager.getRepository(Account).findOneBy({ id: accountId })
      : null;
    if (!account) return null;
    const say = speaking(account.language);
    return {
      to: account.email,
      language: account.language,
      subject: say(subject),
      paragraphs: [say(what), say(NOT_YOU)],
      actions: [
        {
          label: say({ pl: "Twoje konto", en: "Your account" }),
          path: "/konto",
        },
      ],
    };
  });
