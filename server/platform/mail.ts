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

export interface Post {
  /** Resolves when the mail server has taken it; rejects where it is to be tried again. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Shorter than a transaction may stand idle. */
const PATIENCE = 15_000;

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
      await transport.sendMail({
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
      });
    },
    close: () => {
      transport.close();
    },
  };
}
