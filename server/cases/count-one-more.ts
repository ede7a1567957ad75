// How often an account has asked for somebody in a span of time, as the database counts it.
import type { Work } from "../events/index.js";

/** @returns how many there are with these: one, if nothing else is said */
export async function countOneMore(
  work: Work,
  key: string,
  spanMs: number,
  people = 1,
): Promise<number> {
  const now = work.now.getTime();
  const [counted] = await work.rows<{ points: number }>(
    `insert into sign_in_attempt as counted (key, points, expire) values ($1, $4, $2)
     on conflict (key) do update set
       points = case when counted.expire <= $3 then $4 else counted.points + $4 end,
       expire = case when counted.expire <= $3 then $2 else counted.expire end
     returning points`,
    [key, now + spanMs, now, people],
  );
  if (!counted) throw new Error("it was not counted");
  return counted.points;
}
