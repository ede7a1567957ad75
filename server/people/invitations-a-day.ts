// How many mails that ask somebody in may go out in a day: from one sender, and to one address of a centre.
import type { Work } from "../events/index.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { InputCheck } from "../platform/graphql/problem.js";
import type { Member } from "../platform/permission/actor.js";
import type { Invitation } from "./invitation.js";

const PER_SENDER = 100;
const PER_ADDRESS = 5;
const DAY_MS = 24 * 3_600_000;

/** Counted with what is done: a mail that does not go out counts for nothing. */
export async function countInvitation(
  work: Work,
  { accountId }: Member,
  { centreId, email }: Pick<Invitation, "centreId" | "email">,
): Promise<InvalidInput | null> {
  const ofSender = await countOneMore(work, "sender", accountId);
  const toAddress = await countOneMore(work, centreId, email ?? "");
  return new InputCheck(work.say)
    .that(ofSender <= PER_SENDER, "email", {
      pl: `W ciągu doby wyszło już od Ciebie ${String(PER_SENDER)} zaproszeń, więcej nie można. Resztę wyślij jutro.`,
      en: `${String(PER_SENDER)} invitations of yours went out within a day, and no more may. Send the rest tomorrow.`,
    })
    .that(toAddress <= PER_ADDRESS, "email", {
      pl: `Na ten adres wyszło w ciągu doby już ${String(PER_ADDRESS)} zaproszeń. Zadzwoń do tej osoby albo spróbuj jutro.`,
      en: `${String(PER_ADDRESS)} invitations went to this address within a day. Call, or try again tomorrow.`,
    }).problem;
}

/** Who was asked in stands there as a fingerprint alone. */
async function countOneMore(
  work: Work,
  of: string,
  whom: string,
): Promise<number> {
  const key = work.keys
    .fingerprint("sign-in-attempt", `invitations of ${of}`, whom)
    .toString("base64url");
  const now = work.now.getTime();
  const [counted] = await work.rows<{ points: number }>(
    `insert into sign_in_attempt as counted (key, points, expire) values ($1, 1, $2)
     on conflict (key) do update set
       points = case when counted.expire <= $3 then 1 else counted.points + 1 end,
       expire = case when counted.expire <= $3 then $2 else counted.expire end
     returning points`,
    [`invited:${key}`, now + DAY_MS, now],
  );
  if (!counted) throw new Error("a mail was not counted");
  return counted.points;
}
