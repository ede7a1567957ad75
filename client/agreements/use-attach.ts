// Handing in a file: how far it has come, and what the other side said of it.
import { useState } from "react";

import type { Failure } from "../graphql/use-verb.js";

interface Answer {
  status: number;
  message: string | null;
}

const MOST_BYTES = 10 * 1024 * 1024;

export function isTooLarge({ size }: File): boolean {
  return size > MOST_BYTES;
}

export function useAttach(agreementId: string, onDone: () => void) {
  const [percent, setPercent] = useState<number | null>(null);
  const [wrong, setWrong] = useState<{ message: string } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function attach(file: File, requestKey: string): Promise<void> {
    if (percent !== null) return;
    setPercent(0);
    setWrong(null);
    setFailure(null);
    const { status, message } = await send(
      agreementId,
      file,
      requestKey,
      setPercent,
    );
    setPercent(null);
    if (status === 201) onDone();
    else if (message) setWrong({ message });
    else setFailure("unknown");
  }

  return { attach, percent, wrong, failure };
}

/** By the one way of a browser that tells how much has been sent. */
function send(
  agreementId: string,
  file: File,
  requestKey: string,
  onSent: (percent: number) => void,
): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/agreement-documents/${agreementId}`);
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.setRequestHeader("x-request-key", requestKey);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) =>
      onSent(Math.round((100 * loaded) / total));
    request.onloadend = () => {
      const told: unknown = request.response;
      const says =
        typeof told === "object" && told !== null && "message" in told
          ? String(told.message)
          : null;
      resolve({ status: request.status, message: says });
    };
    request.send(file);
  });
}
