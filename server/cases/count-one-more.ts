// How often an account has asked for somebody in a span of time, as the database counts it.
import type { Work } from "../events/index.js";

/** @returns how many there are with this one */
export async function countOneMore(
  work: Work,
  key: string,
  spanMs: number,
): Promise<number> {
  const now = work.now.getTime();
  const [counted] = await work.rows<{ points: number }>(
    `insert into sign_in_attempt as counted (key, points, expire) values ($1, 1, $2)
     on conflict (key) do update set
       points = case when counted.expire <= $3 then 1 else counted.points + 1 end,
       expire = case when counted.expire <= $3 then $2 else counted.expire end
     returning points`,
    [key, now + spanMs, now],
  );
  if (!counted) throw new Error("it was not counted");
  return counted.points;
}
