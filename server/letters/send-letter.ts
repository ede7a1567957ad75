// The job that sends one letter: composed from what is true now, handed over, and noted in the same transaction.
import type { Desk, Work } from "../events/index.js";
import { transact } from "../events/index.js";
import type { Mail, Post } from "../platform/mail.js";
import { composerOf } from "./composers.js";
import { Letter } from "./letter.js";
import { printed } from "./printed.js";

const SEND_LETTER = "send-letter";

export interface Outgoing {
  /** Null where no mail server is set. */
  readonly post: Post | null;
  readonly publicUrl: string;
}

/** At least once; who gets it twice after a crash gets the same message id, and the mailbox shows one. */
export async function sendLetter(
  work: Work,
  id: string,
  { post, publicUrl }: Outgoing,
): Promise<void> {
  const letter = await work.manager.getRepository(Letter).findOne({
    where: { centreId: work.centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (!letter || letter.sentAt || letter.droppedAt) return;
  const composed = await composerOf(letter.kind)(work, letter);
  if (!composed) {
    await note(work, letter, { droppedAt: work.now });
    return;
  }
  const mail: Mail = {
    id: `${letter.id}@${new URL(publicUrl).hostname}`,
    to: composed.to,
    subject: composed.subject,
    ...printed(composed, publicUrl),
  };
  if (post) {
    await post.send(mail);
    await note(work, letter, { sentAt: work.now });
    return;
  }
  if (!(await isDemo(work)))
    throw new Error("a letter waits: no mail server is set (SMTP_URL)");
  await note(work, letter, {
    sentAt: work.now,
    shownTo: mail.to,
    shownSubject: mail.subject,
    shownText: mail.text,
  });
}

async function note(
  work: Work,
  { centreId, id }: Letter,
  change: Partial<Letter>,
): Promise<void> {
  await work.manager.getRepository(Letter).update({ centreId, id }, change);
}

async function isDemo(work: Work): Promise<boolean> {
  const [centre] = await work.rows<{ is_demo: boolean }>(
    `select is_demo from centre where id = $1`,
    [work.centreId],
  );
  return centre?.is_demo ?? false;
}

interface LetterPayload {
  centreId: string;
  letterId: string;
}

function isLetterPayload(payload: unknown): payload is LetterPayload {
  return (
    typeof payload === "object" &&
    payload !== null &&
    "centreId" in payload &&
    "letterId" in payload &&
    typeof payload.centreId === "string" &&
    typeof payload.letterId === "string"
  );
}

export function letterTasks(
  deskOf: (centreId: string) => Desk,
  outgoing: Outgoing,
) {
  return {
    [SEND_LETTER]: async (payload: unknown) => {
      if (!isLetterPayload(payload)) throw new Error("no payload of a letter");
      const { centreId, letterId } = payload;
      await transact(deskOf(centreId), (work) =>
        sendLetter(work, letterId, outgoing),
      );
    },
  };
}
