// The way out for mails: a mail server that the operator names.
import { createTransport } from "nodemailer";

export interface Mail {
  /** Of the message, always the same for the same letter. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The mail server will never take it: the address is none, or it refuses for good. */
export class MailRefused extends Error {}

export interface Post {
  /**
   * Resolves when the mail server has taken it; rejects where it is to be tried again.
   * @throws MailRefused
   */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** For each step of the conversation, in milliseconds. */
const PATIENCE = 15_000;

/** For the whole of it. */
const LONGEST = 45_000;

export function openPost({ url, from }: { url: string; from: string }): Post {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, subject, text, html }) {
      const sending = transport
        .sendMail({
          messageId: `<${id}>`,
          from,
          to,
          subject,
          text,
          html,
          headers: {
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
          },
        })
        .catch((failure: unknown) => {
          throw isForGood(failure)
            ? new MailRefused("the mail server refuses this mail for good")
            : failure;
        });
      await inTime(sending);
    },
    close: () => {
      transport.close();
    },
  };
}

/** 5xx about this mail or its address; a faulty sign-in to the mail server is the operator's to mend. */
function isForGood(failure: unknown): boolean {
  return (
    failure instanceof Error &&
    "code" in failure &&
    (failure.code === "EENVELOPE" || failure.code === "EMESSAGE") &&
    "responseCode" in failure &&
    Number(failure.responseCode) >= 500
  );
}

async function inTime(sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error("the mail server takes too long")),
      LONGEST,
    );
  });
  await Promise.race([sending, patience]).finally(() => clearTimeout(timer));
}
