// What the tests of links share: an organisation with a contact person and a mail server, and the page of a link as it asks.
import { writeLetter } from "../../server/letters/index.js";
import { CONFIRM_PLACES } from "../../server/notices/index.js";
import { fromGlobalId } from "../../server/platform/graphql/global-id.js";
import { openPost, type Post } from "../../server/platform/mail.js";
import { aReferring, type Referring } from "../referrals/referring.js";
import type { Answer, Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { sendDueLetters, untilLettersAreDue } from "../support/letters.js";
import type { ReadMail, TestMailbox } from "../support/mailbox.js";
import { openMailbox } from "../support/mailbox.js";

const LINK = `kind state centreName partnerName usedAt expiresAt answer
  services { serviceId name total taken available version confirmedAt }
  referral { number serviceName units priority status dueAt answerable }`;

export interface Shown {
  __typename: string;
  message?: string;
  kind: string;
  state: string;
  answer: string | null;
  services: {
    serviceId: string;
    name: string;
    total: number;
    taken: number;
    available: number;
    version: number;
  }[];
  referral: { number: string; status: string; answerable: boolean } | null;
  link?: Shown | null;
}

export interface MailWorld {
  api: Api;
  mailbox: TestMailbox;
  post: Post;
  close(): Promise<void>;
}

export async function openMailWorld(): Promise<MailWorld> {
  const mailbox = await openMailbox();
  const post = openPost({
    url: mailbox.url,
    from: "Splot <splot@cus.example.pl>",
  });
  const api = await openApi(undefined, { post });
  return {
    api,
    mailbox,
    post,
    async close() {
      await api.close();
      post.close();
      await mailbox.close();
    },
  };
}

export interface LinkedReferring extends Referring {
  contactId: string;
  /** Where the mails of the organisation's contact person go. */
  address: string;
  /** Lets all that is due go out, and answers the next mail to the contact person. */
  nextMail(): Promise<ReadMail>;
  /** Asks her to confirm, and answers the token of the link. */
  askedToConfirm(): Promise<string>;
}

export async function aLinkedReferring(
  { api, mailbox }: MailWorld,
  given: Parameters<typeof aReferring>[1] = {},
): Promise<LinkedReferring> {
  const referring = await aReferring(api, given);
  const { centre, partner } = referring;
  const contactId = fromGlobalId("ContactPerson", await partner.aContact());
  const address = `${contactId.replaceAll("-", "")}@splot.example`;
  async function nextMail() {
    await untilLettersAreDue(api, centre);
    await sendDueLetters(api, centre);
    return mailbox.next(address);
  }
  return {
    ...referring,
    contactId,
    address,
    nextMail,
    async askedToConfirm() {
      await centre.asSystem((work) =>
        writeLetter(work, {
          kind: CONFIRM_PLACES,
          partnerId: partner.id,
          contactPersonId: contactId,
        }),
      );
      return tokenOf(await nextMail());
    },
  };
}

/** The token in the link of a mail. */
export function tokenOf(mail: ReadMail): string {
  const [, token] = /\/o\/([\w-]+)/.exec(mail.text) ?? [];
  if (!token) throw new Error(`no link in "${mail.text}"`);
  return token;
}

export async function opened(api: Api, token: string): Promise<Shown | null> {
  const { data } = await api.ask<{ actionLink: Shown | null }>(
    null,
    `query ($token: String!) { actionLink(token: $token) { __typename ${LINK} } }`,
    { token },
  );
  return data?.actionLink ?? null;
}

const document = (
  verb: string,
  input: string,
) => `mutation ($input: ${input}!) {
  outcome: ${verb}(input: $input) {
    __typename
    ... on OpenedLink { ${LINK} }
    ... on LinkOutdated { link { ${LINK} } }
    ... on LinkDead { link { ${LINK} } }
    ... on InvalidInput { fields { path message } }
    ... on Problem { message }
  }
}`;

function outcomeOf(answer: Answer<{ outcome: Shown }>): Shown {
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data.outcome;
}

export async function confirm(
  api: Api,
  token: string,
  services: { serviceId: string; version: number; available?: number }[],
): Promise<Shown> {
  return outcomeOf(
    await api.ask(null, document("confirmByLink", "ConfirmByLinkInput"), {
      input: { token, services },
    }),
  );
}

export async function reply(
  api: Api,
  token: string,
  said: string,
  reason?: string,
): Promise<Shown> {
  return outcomeOf(
    await api.ask(null, document("answerByLink", "AnswerByLinkInput"), {
      input: { token, reply: said, ...(reason ? { reason } : {}) },
    }),
  );
}

export async function renew(api: Api, token: string): Promise<string> {
  const { data } = await api.ask<{ outcome: { __typename: string } }>(
    null,
    `mutation ($token: String!) { outcome: renewLink(input: { token: $token }) { __typename } }`,
    { token },
  );
  return data?.outcome.__typename ?? "";
}
