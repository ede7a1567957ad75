// The job behind a forgotten password: where somebody has the address, a letter with the link goes to her.
import type { DataSource } from "typeorm";

import type { Desk } from "../events/index.js";
import { transact } from "../events/index.js";
import { writeLetter } from "../letters/index.js";
import { whoForgot } from "./password-reset.reads.js";

/** In the centre where the account worked last; one that can act nowhere gets nothing. */
export async function answerPasswordReset(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
  resetId: string,
): Promise<void> {
  const asked = await whoForgot(dataSource, resetId);
  if (!asked) return;
  await transact(deskOf(asked.centre_id), (work) =>
    writeLetter(work, {
      kind: "password-reset",
      accountId: asked.account_id,
      subjectId: resetId,
      // who asks again before the first mail has gone gets one
      key: `password-reset:${asked.account_id}`,
    }),
  );
}

function resetIn(payload: unknown): string {
  if (
    typeof payload === "object" &&
    payload !== null &&
    "resetId" in payload &&
    typeof payload.resetId === "string"
  )
    return payload.resetId;
  throw new Error("no payload of a password reset");
}

export function peopleTasks(
  dataSource: DataSource,
  deskOf: (centreId: string) => Desk,
) {
  return {
    "answer-password-reset": (payload: unknown) =>
      answerPasswordReset(dataSource, deskOf, resetIn(payload)),
  };
}
