// A few at once and the others after them, so that one event leaves connections to other work.
const atOnce = 4;

export async function inTurns<Entry>(
  entries: readonly Entry[],
  work: (entry: Entry) => Promise<void>,
): Promise<void> {
  const waiting = [...entries];
  const turns = Array.from({ length: atOnce }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await work(next);
  });
  await Promise.all(turns);
}
