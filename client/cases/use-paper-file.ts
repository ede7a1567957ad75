// A paper of a case as a file: asked for on purpose, since each leaves its line in the access log.
import { useState } from "react";

import { keepBytes } from "../design/keep-file.js";
import type { Failure } from "../graphql/use-verb.js";

type Answer = { file: Blob; name: string } | { message: string } | null;

export function usePaperFile() {
  const [isPending, setIsPending] = useState(false);
  const [wrong, setWrong] = useState<{ message: string } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function take(address: readonly string[]) {
    if (isPending) return;
    setIsPending(true);
    setWrong(null);
    setFailure(null);
    const answer = await ask(address).catch(() => null);
    setIsPending(false);
    if (!answer) setFailure("unknown");
    else if ("file" in answer) keepBytes(answer.file, answer.name);
    else setWrong(answer);
  }

  return { take, isPending, wrong, failure };
}

async function ask(address: readonly string[]): Promise<Answer> {
  const answer = await fetch(`/case-papers/${address.join(".")}`, {
    method: "POST",
  });
  if (answer.ok) {
    const [, name = ""] =
      /filename\*=UTF-8''([^;]+)/.exec(
        answer.headers.get("content-disposition") ?? "",
      ) ?? [];
    return { file: await answer.blob(), name: decodeURIComponent(name) };
  }
  const told: unknown = await answer.json();
  return typeof told === "object" && told !== null && "message" in told
    ? { message: String(told.message) }
    : null;
}
