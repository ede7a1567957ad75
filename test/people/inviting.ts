// Inviting, accepting and setting passwords anew, played through the graph, with a mail server that keeps the mails.
import { inTransaction } from "../../server/platform/database/session.js";
import { openPost } from "../../server/platform/mail.js";
import type { Api, Told } from "../support/api.js";
import { openApi } from "../support/api.js";
import { sendDueLetters } from "../support/letters.js";
import type { ReadMail, TestMailbox } from "../support/mailbox.js";
import { openMailbox } from "../support/mailbox.js";
import type { Person } from "../support/people.js";
import type { TestCentre } from "../support/world.js";
import { aKey } from "../support/world.js";

export interface Outcome extends Told {
  id?: string;
  token?: string;
  email?: string | null;
  roles?: string[];
  mailedAt?: string | null;
  state?: string;
  viewer?: { name: string; roles: string[]; partner: { id: string } };
}

const PROBLEMS = "... on Problem { message }";
const FAULTS = `${PROBLEMS} ... on InvalidInput { fields { path } }`;

const further: Record<string, string> = {
  invitePerson: "... on Invitation { id email roles mailedAt }",
  sendInvitationAgain: "... on Invitation { id email mailedAt }",
  withdrawInvitation: "... on Invitation { id email }",
  acceptInvitation:
    "... on SignedIn { token viewer { name roles partner { id } } }",
  signIn: "... on SignedIn { token viewer { name roles partner { id } } }",
  resetPassword: "... on PasswordWasReset { done }",
};

export interface PostOffice {
  api: Api;
  mailbox: TestMailbox;
  /** What came of a mutation; a refusal as its code. */
  run(
    token: string | null,
    verb: string,
    input: Record<string, unknown>,
  ): Promise<Outcome>;
  /** The next mail to somebody, after all letters of the centre have gone out. */
  mailTo(centre: TestCentre, email: string): Promise<ReadMail>;
  /** Works out who asked for a new password. */
  answerResets(): Promise<void>;
  close(): Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  const mailbox = await openMailbox();
  const post = openPost({ url: mailbox.url, from: "splot@cus.example.pl" });
  const api = await openApi(undefined, { post });
  const answered = new Set<string>();
  return {
    api,
    mailbox,
    async run(token, verb, input) {
      const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!`;
      const selection = further[verb] ?? "... on Assignee { id roles state }";
      const { data, errors } = await api.ask<{ outcome: Outcome }>(
        token,
        `mutation ($input: ${type}) { outcome: ${verb}(input: $input) { __typename ${verb === "signIn" ? PROBLEMS : FAULTS} ${selection} } }`,
        { input },
      );
      const code = errors?.[0]?.extensions?.["code"];
      return data?.outcome ?? { __typename: String(code) };
    },
    async mailTo(centre, email) {
      await sendDueLetters(api, centre);
      return mailbox.next(email);
    },
    async answerResets() {
      const waiting = await inTransaction(
        api.dataSource,
        { kind: "authentication" },
        (manager) =>
          manager.query<{ id: string }[]>(
            `select id from password_reset where used_at is null`,
          ),
      );
      const run = api.app.tasks["answer-password-reset"];
      for (const { id } of waiting.filter(({ id }) => !answered.has(id))) {
        answered.add(id);
        // a job of this module asks nothing of the queue that runs it
        // oxlint-disable-next-line typescript/consistent-type-assertions
        await run?.({ resetId: id }, {} as Parameters<typeof run>[1]);
      }
    },
    async close() {
      await api.close();
      post.close();
      await mailbox.close();
    },
  };
}

export function tokenIn({ link }: ReadMail): string {
  return link.slice(link.lastIndexOf("/") + 1);
}

export function anAddress(): string {
  return `${aKey().replaceAll("-", "")}@organizacja.example`;
}

/** The invitation of somebody new, with its mail. */
export async function invited(
  office: PostOffice,
  centre: TestCentre,
  by: Person,
  given: { partnerId?: string; roles: string[]; email?: string },
): Promise<{
  email: string;
  invitationId: string;
  token: string;
  mail: ReadMail;
}> {
  const email = given.email ?? anAddress();
  const outcome = await office.run(by.token, "invitePerson", {
    requestKey: aKey(),
    name: "Osoba Zaproszona",
    ...given,
    email,
  });
  if (!outcome.id) throw new Error(`not invited: ${JSON.stringify(outcome)}`);
  const mail = await office.mailTo(centre, email);
  return { email, invitationId: outcome.id, token: tokenIn(mail), mail };
}

export async function linkBehind(api: Api, token: string) {
  const { data } = await api.ask<{ accountLink: unknown }>(
    null,
    `query ($token: String!) { accountLink(token: $token) { kind state centreName partnerName roles email hasPassword } }`,
    { token },
  );
  return data?.accountLink;
}
