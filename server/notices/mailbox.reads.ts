// The mailbox of the demo, the latest letter first.
import { inTransaction } from "../platform/database/session.js";
import type { Connection, Page } from "../platform/graphql/connection.js";
import { connection } from "../platform/graphql/connection.js";
import type { Context } from "../platform/graphql/context.js";
import { ShownLetter } from "./shown-letter.js";

interface LetterRow {
  id: string;
  position: string;
  sent_at: Date;
  shown_to: string;
  shown_subject: string;
  shown_text: string;
}

/** Null where mails really go out, or this is no demo. */
export async function mailboxOf(
  context: Context,
  page: Page,
): Promise<Connection<ShownLetter> | null> {
  if (!context.showsMail) return null;
  const [at, id] = page.after ?? [];
  const rows = await inTransaction(
    context.dataSource,
    { kind: "authentication" },
    (manager) =>
      manager.query<LetterRow[]>(
        `select id, to_char(sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as position, sent_at, shown_to, shown_subject, shown_text from letter
         where shown_text is not null and ($1::timestamptz is null or (sent_at, id) < ($1, $2::uuid))
         order by sent_at desc, id desc limit $3`,
        [at ?? null, id ?? null, page.first + 1],
      ),
  );
  return connection(
    rows,
    page,
    (row) => [row.position, row.id],
    (row) =>
      Object.assign(new ShownLetter(), {
        to: row.shown_to,
        subject: row.shown_subject,
        text: row.shown_text,
        at: row.sent_at,
      }),
  );
}
