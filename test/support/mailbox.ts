// A mail server of the tests: takes mails by SMTP as a real one does, and keeps them to be read.
import { once } from "node:events";

import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

import { freePort } from "./server.js";

export interface ReadMail {
  messageId: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: string;
  /** The first link in the text. */
  link: string;
}

export interface TestMailbox {
  readonly url: string;
  readonly mails: ReadMail[];
  /** The next mail to somebody that nobody has taken yet; waits for it, and fails when it does not come. */
  next(to: string): Promise<ReadMail>;
  /** From here on mails are refused: for now, as by a server that is overloaded, or by another code for good. */
  refuse(refusing: boolean, code?: number): void;
  close(): Promise<void>;
}

/** A mail that has not come by then does not come: milliseconds. */
const patience = 40_000;

async function read(stream: NodeJS.ReadableStream): Promise<ReadMail> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  const mail = await PostalMime.parse(Buffer.concat(parts));
  const text = mail.text ?? "";
  return {
    messageId: mail.messageId ?? "",
    from: mail.from?.address ?? "",
    to: mail.to?.[0]?.address ?? "",
    subject: mail.subject ?? "",
    text,
    html: mail.html ?? "",
    headers: mail.headers
      .map(({ key, value }) => `${key}: ${value}`)
      .join("\n"),
    link: /https?:\/\/\S+/.exec(text)?.[0] ?? "",
  };
}

export async function openMailbox(): Promise<TestMailbox> {
  const mails: ReadMail[] = [];
  const taken = new Set<ReadMail>();
  const waiting = new Set<() => void>();
  let refusal: number | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      read(stream).then((mail) => {
        if (refusal) {
          done(
            Object.assign(new Error("try again"), { responseCode: refusal }),
          );
          return;
        }
        mails.push(mail);
        done();
        for (const look of waiting) look();
      }, done);
    },
  });
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    next: (to) =>
      new Promise((resolve, reject) => {
        const giveUp = setTimeout(() => {
          waiting.delete(look);
          const came = mails.map((one) => `${one.to}: ${one.subject}`);
          reject(
            new Error(`no new mail to ${to}; there are:\n${came.join("\n")}`),
          );
        }, patience);
        const look = () => {
          const mail = mails.find((one) => one.to === to && !taken.has(one));
          if (!mail) return;
          clearTimeout(giveUp);
          taken.add(mail);
          waiting.delete(look);
          resolve(mail);
        };
        waiting.add(look);
        look();
      }),
    refuse(refusing, code = 451) {
      refusal = refusing ? code : null;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
