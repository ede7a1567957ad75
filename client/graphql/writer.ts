// Words that look like somebody's illness or record are asked about before they leave: what its writer answers goes back with the same mutation.
import { ApolloLink } from "@apollo/client";
import { from, of, switchMap } from "rxjs";

export interface WriterQuestion {
  message: string;
  fields: readonly { path: string; message: string }[];
}

/** @param ask whether the words stay as they are */
export function asksWriter(
  ask: (question: WriterQuestion) => Promise<boolean>,
): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      switchMap((result) => {
        const question = questionIn(result.data);
        if (!question) return of(result);
        return from(ask(question)).pipe(
          switchMap((isMeant) => {
            if (!isMeant) return of(result);
            operation.variables = meant(operation.variables);
            return forward(operation);
          }),
        );
      }),
    ),
  );
}

function questionIn(data: unknown): WriterQuestion | undefined {
  return isRecord(data) ? Object.values(data).find(isQuestion) : undefined;
}

function isQuestion(answer: unknown): answer is WriterQuestion {
  return isRecord(answer) && answer["__typename"] === "SensitiveWords";
}

function isRecord(one: unknown): one is Record<string, unknown> {
  return typeof one === "object" && one !== null;
}

/** A referral that takes over a suggestion stands inside of the input. */
function meant(variables: Record<string, unknown>): Record<string, unknown> {
  const { input } = variables;
  if (!isRecord(input)) return variables;
  const { send } = input;
  const answered = { sensitiveWordsMeant: true };
  return {
    ...variables,
    input: isRecord(send)
      ? { ...input, send: { ...send, ...answered } }
      : { ...input, ...answered },
  };
}
