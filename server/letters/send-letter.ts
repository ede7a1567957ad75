// The job that sends one letter: taken and composed from what is true now, handed over, and noted.
import type { Desk, Work } from "../events/index.js";
import { transact } from "../events/index.js";
import { type Mail, MailRefused, type Post } from "../platform/mail.js";
import { type Composed, composerOf } from "./composers.js";
import { Letter } from "./letter.js";
import { printed } from "./printed.js";

const SEND_LETTER = "send-letter";

export interface Outgoing {
  /** Null where no mail server is set. */
  readonly post: Post | null;
  readonly publicUrl: string;
}

/**
 * Taken and worded in one transaction, sent outside of any, noted in another. At least once: who gets it twice after a
 * crash gets the same message id, and her mailbox shows one.
 */
export async function sendLetter(
  desk: () => Desk,
  id: string,
  { post, publicUrl }: Outgoing,
): Promise<void> {
  const taken = await transact(desk(), (work) =>
    takeLetter(work, id, publicUrl),
  );
  if (!taken) return;
  const { mail, whenSent } = taken;
  if (post) {
    const isRefused = await refusedForGood(post.send(mail));
    await transact(desk(), async (work) => {
      await note(
        work,
        id,
        isRefused ? { droppedAt: work.now } : { sentAt: work.now },
      );
      if (!isRefused) await whenSent?.(work);
    });
    return;
  }
  await transact(desk(), async (work) => {
    if (!(await isDemo(work)))
      throw new Error("a letter waits: no mail server is set (SMTP_URL)");
    await note(work, id, {
      sentAt: work.now,
      shownTo: mail.to,
      shownSubject: mail.subject,
      shownText: mail.text,
    });
    await whenSent?.(work);
  });
}

/** Null where there is nothing (any more) to send. */
async function takeLetter(
  work: Work,
  id: string,
  publicUrl: string,
): Promise<{ mail: Mail; whenSent: Composed["whenSent"] } | null> {
  const letter = await work.manager.getRepository(Letter).findOne({
    where: { centreId: work.centreId, id },
    lock: { mode: "pessimistic_write" },
  });
  if (!letter || letter.sentAt || letter.droppedAt) return null;
  const read = { takenAt: work.now, readTo: await headOfLog(work) };
  const composed = await composerOf(letter.kind)(
    work,
    Object.assign(letter, read),
  );
  // what happens from here on is not in its words, and needs a letter of its own
  await note(
    work,
    id,
    composed ? { key: null, ...read } : { droppedAt: work.now },
  );
  return (
    composed && {
      mail: {
        id: `${letter.id}@${new URL(publicUrl).hostname}`,
        to: composed.to,
        subject: composed.subject,
        ...printed(composed, publicUrl),
      },
      whenSent: composed.whenSent,
    }
  );
}

/** Before anything is read: whatever commits later has a later position. */
async function headOfLog(work: Work): Promise<string> {
  const [head] = await work.rows<{ position: string }>(
    `select position from centre_log where centre_id = $1`,
    [work.centreId],
  );
  return head?.position ?? "0";
}

/** So many go out in one go. */
const MOST_AT_ONCE = 50;
/** A slow mail server keeps neither the letters of other centres nor the end of the process waiting; the rest has jobs of its own. */
const MOST_MS = 3_000;

/** What else may go out by now; one that failed waits for its next try. */
async function alsoDue(work: Work): Promise<string[]> {
  const due = await work.rows<{ id: string }>(
    `select id from due_letters($1, $2) id`,
    [work.now, MOST_AT_ONCE],
  );
  return due.map(({ id }) => id);
}

/** What fails here fails anew in its own job, which says so. */
const isSent = (sending: Promise<void>) =>
  sending.then(
    () => true,
    () => false,
  );

async function refusedForGood(sending: Promise<void>): Promise<boolean> {
  try {
    await sending;
    return false;
  } catch (failure) {
    if (failure instanceof MailRefused) return true;
    throw failure;
  }
}

async function note(
  work: Work,
  id: string,
  change: Partial<Letter>,
): Promise<void> {
  await work.manager
    .getRepository(Letter)
    .update({ centreId: work.centreId, id }, change);
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
      const desk = () => ({ ...deskOf(centreId), isRoutine: true });
      await sendLetter(desk, letterId, outgoing);
      // the queue gives one letter at a time, and between two of them whatever else is due
      const until = performance.now() + MOST_MS;
      for (const id of await transact(desk(), alsoDue))
        if (
          performance.now() > until ||
          !(await isSent(sendLetter(desk, id, outgoing)))
        )
          return;
    },
  };
}
