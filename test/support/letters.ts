// Lets the letters of a centre go out now, as the durable queue does when their hour has come.
import type { Api } from "./api.js";
import type { TestCentre } from "./world.js";

/** @returns the kinds of the letters whose job ran */
export async function sendDueLetters(
  api: Api,
  centre: TestCentre,
): Promise<string[]> {
  const letters = await centre.asSystem((work) =>
    work.rows<{ id: string; kind: string }>(
      `select id, kind from letter where centre_id = $1 and sent_at is null and dropped_at is null and send_at <= $2
       order by send_at, written_at`,
      [centre.id, api.clock.now()],
    ),
  );
  const run = api.app.tasks["send-letter"];
  if (!run) throw new Error("there is no task send-letter");
  for (const { id } of letters)
    // a job of this module asks nothing of the queue that runs it
    await run(
      { centreId: centre.id, letterId: id },
      // oxlint-disable-next-line typescript/consistent-type-assertions
      {} as Parameters<typeof run>[1],
    );
  return letters.map(({ kind }) => kind);
}

/** Lets the time pass until all that waits may go out; unless `andLater`, but for what is meant for much later. */
export async function untilLettersAreDue(
  api: Api,
  centre: TestCentre,
  { andLater = false } = {},
): Promise<void> {
  const [letters] = await centre.asSystem((work) =>
    work.rows<{ due: Date | null }>(
      `select max(send_at) as due from letter where centre_id = $1 and sent_at is null and dropped_at is null
         and ($2 or kind not in ('referral-reminder', 'answers-digest'))`,
      [centre.id, andLater],
    ),
  );
  const wait = (letters?.due?.getTime() ?? 0) - api.clock.now().getTime();
  if (wait > 0) api.clock.pass({ minutes: Math.ceil(wait / 60_000) });
}
