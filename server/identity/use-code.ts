// A code of the second factor is used up, whether or not what it is for succeeds; who guesses is stopped.
import { inTransaction } from "../platform/database/session.js";
import type { Context } from "../platform/graphql/context.js";
import type { InvalidInput } from "../platform/graphql/problem.js";
import { InputCheck } from "../platform/graphql/problem.js";
import type { Words } from "../platform/graphql/words.js";
import type { Keys } from "../platform/keys.js";
import { plainCode, SecondFactor } from "./second-factor.js";
import { tellOfGuesses } from "./sign-in-letter.js";
import { recordSlowedDown } from "./sign-in-record.js";
import { throttleOf, TOO_MANY_TRIES } from "./throttle.js";

const WRONG: Words = {
  pl: "Ten kod nie pasuje albo był już użyty. Wpisz kod, który aplikacja pokazuje teraz.",
  en: "This code does not fit or was used before. Enter the code that the app shows now.",
};

/** What is kept of a recovery code. */
export function recoveryFingerprint(
  keys: Keys,
  accountId: string,
  code: string,
): string {
  return keys
    .fingerprint("second-factor", accountId, plainCode(code))
    .toString("base64url");
}

/**
 * @param whenWrong for a code that was tried; one too many is not
 * @returns what is wrong; null where the code was right, which it is once
 */
export async function useCode(
  context: Context,
  accountId: string,
  typed: string,
  whenWrong?: () => Promise<void>,
): Promise<InvalidInput | null> {
  return tryCode(context, accountId, async () => {
    const isRight = await inTransaction(
      context.dataSource,
      { kind: "authentication", accountId },
      async (manager) => {
        const factors = manager.getRepository(SecondFactor);
        // two tries with one code at the same moment: the second waits here, and finds it used
        const factor = await factors.findOne({
          where: { accountId },
          lock: { mode: "pessimistic_write" },
        });
        if (!factor || !take(context, factor, typed)) return false;
        const { lastStep, recovery } = factor;
        await factors.update({ accountId }, { lastStep, recovery });
        return true;
      },
    );
    if (!isRight) await whenWrong?.();
    return isRight;
  });
}

/** Counts a try before it is made; a right one starts the count anew. */
export async function tryCode(
  context: Context,
  accountId: string,
  fits: () => Promise<boolean>,
): Promise<InvalidInput | null> {
  const { codes, isNews } = throttleOf(context);
  const mayTry = await codes.count(accountId);
  if (!mayTry && (await isNews(accountId)))
    await recordSlowedDown(context, accountId);
  if (!mayTry && (await codes.isNewsToOwner(accountId)))
    await tellOfGuesses(context, accountId);
  const isRight = mayTry && (await fits());
  if (isRight) await codes.forgive(accountId);
  return new InputCheck(context.say).that(
    isRight,
    "code",
    mayTry ? WRONG : TOO_MANY_TRIES,
  ).problem;
}

function take(
  { keys, now }: Context,
  factor: SecondFactor,
  typed: string,
): boolean {
  const { accountId, secret: sealed } = factor;
  // nobody's code is longer
  const code = plainCode(typed.slice(0, 50));
  const secret = sealed && keys.unseal("second-factor", accountId, sealed);
  if (/^\d{6}$/.test(code))
    return secret !== null && factor.takeCode(secret, code, now);
  return factor.takeRecovery(recoveryFingerprint(keys, accountId, code));
}
