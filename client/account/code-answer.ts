// What came of a code, and whether the password is asked for beside it: who signed in a while ago shows that it is she.
import type { Failure } from "../graphql/use-verb.js";

/** Nothing, where it was right. */
export interface CodeAnswer {
  wrong?: string | undefined;
  wrongPassword?: string | undefined;
  failure?: Failure | undefined;
}

interface Refused {
  message: string;
  fields?: readonly { path: string }[];
}

export function codeAnswer(
  refused: Refused | undefined,
  failure: Failure | undefined,
): CodeAnswer {
  const isPassword = refused?.fields?.some(({ path }) => path === "password");
  return isPassword
    ? { wrongPassword: refused?.message, failure }
    : { wrong: refused?.message, failure };
}
